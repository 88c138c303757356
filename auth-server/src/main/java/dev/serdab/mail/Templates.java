package dev.serdab.mail;

import dev.serdab.account.EmailAddress;
import dev.serdab.brand.Brand;
import dev.serdab.page.Languages;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns a mail into words. English is the language of whoever speaks none of ours. */
@Component
class Templates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private final Brand brand;

    Templates(Brand brand) {
        this.brand = brand;
        engine.setTemplateResolvers(
                Set.of(
                        resolver("*.txt", TemplateMode.TEXT),
                        resolver("*.html", TemplateMode.HTML)));
    }

    /** The name of the mail's folder: {@code PasswordResetMail} is {@code password-reset}. */
    static String kindOf(Class<?> mail) {
        return mail.getSimpleName()
                .replaceFirst("Mail$", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    Letter render(Mail mail, Locale locale) {
        var language = Languages.nearest(locale);
        var suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language;
        var folder = kindOf(mail.getClass()) + "/";
        var placeholders = placeholders(mail);
        placeholders.put("language", language.getLanguage());
        placeholders.put("brand", brand);
        var context = new Context(language, placeholders);
        return new Letter(
                Harmless.line(engine.process(folder + "subject" + suffix + ".txt", context))
                        .strip(),
                engine.process(folder + "body" + suffix + ".txt", context),
                engine.process(folder + "body" + suffix + ".html", context));
    }

    private static Map<String, Object> placeholders(Mail mail) {
        var components = mail.getClass().getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(mail.getClass() + " is not a record");
        }
        var placeholders = new HashMap<String, Object>();
        for (var component : components) {
            placeholders.put(component.getName(), harmless(valueOf(component, mail)));
        }
        return placeholders;
    }

    private static Object harmless(Object value) {
        return value instanceof String || value instanceof EmailAddress
                ? Harmless.words(value.toString())
                : value;
    }

    private static Object valueOf(RecordComponent component, Mail mail) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // The record is private to its feature.
            return accessor.invoke(mail);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
