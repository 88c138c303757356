package dev.serdab.settings;

import org.springframework.context.annotation.Conditional;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The bean exists on a developer's machine only: while the issuer is a loopback address and the
 * profile {@code prod} is off.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(Development.class)
public @interface InDevelopment {}
