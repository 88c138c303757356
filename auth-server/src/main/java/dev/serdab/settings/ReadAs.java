package dev.serdab.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each element of this list of settings is read as several records, whose names stand beside each
 * other. The component itself holds the elements as they came.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ReadAs {

    /** Those records. */
    Class<? extends Record>[] value();
}
