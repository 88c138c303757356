package dev.serdab.settings;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.Optional;

/**
 * Stops the start on a {@code serdab.*} property that no settings record knows, wherever it stands:
 * a misspelt security switch must not be silently without effect.
 */
@Component
class UnknownSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("serdab");

    private Iterable<ConfigurationPropertySource> sources = java.util.List.of();

    @Override
    public void setEnvironment(Environment environment) {
        sources = ConfigurationPropertySources.get(environment);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var known = new SettingNames();
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var annotation = beans.findAnnotationOnBean(name, ConfigurationProperties.class, false);
            var type = beans.getType(name, false);
            if (annotation != null && type != null && type.isRecord()) {
                known.add(annotation.value(), type);
            }
        }
        for (var source : sources) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> !known.contains(name) && !isEmpty(source, name))
                        .min(Comparator.naturalOrder())
                        .ifPresent(name -> refuse(name, known));
            }
        }
    }

    /** A section with nothing in it, as {@code mail:} alone on a line of YAML. */
    private static boolean isEmpty(
            ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return Optional.ofNullable(source.getConfigurationProperty(name))
                .map(property -> property.getValue().toString().isEmpty())
                .orElse(false);
    }

    private static void refuse(ConfigurationPropertyName name, SettingNames known) {
        throw new WrongSetting(
                name.toString(),
                "is not a setting of this server: "
                        + known.nearest(name)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("docs/operating.md lists all there are."));
    }
}
