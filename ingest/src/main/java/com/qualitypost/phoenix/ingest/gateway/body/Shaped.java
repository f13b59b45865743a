package com.qualitypost.phoenix.ingest.gateway.body;

import com.google.re2j.Pattern;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Requires a text to match a pattern, in a time that grows only linearly with its length. */
@Documented
@Constraint(validatedBy = Shaped.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shaped {
    String regexp();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts a missing value. */
    final class Validator implements ConstraintValidator<Shaped, @Nullable String> {
        private Pattern pattern = Pattern.compile("");

        @Override
        public void initialize(Shaped shaped) {
            pattern = Pattern.compile(shaped.regexp());
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || pattern.matches(text);
        }
    }
}
