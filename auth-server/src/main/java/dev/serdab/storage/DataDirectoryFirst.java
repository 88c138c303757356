package dev.serdab.storage;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Holds the data directory before anything opens a database in it. */
@Component
class DataDirectoryFirst implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans.containsBeanDefinition("dataSource")) {
            beans.getBeanDefinition("dataSource").setDependsOn(DataDirectory.class.getName());
        }
    }
}
