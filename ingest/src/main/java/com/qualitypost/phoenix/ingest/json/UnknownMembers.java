package com.qualitypost.phoenix.ingest.json;

import static java.util.Objects.requireNonNullElse;

import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;

/** Refuses unknown members in bodies that are {@link Exact}. */
@Component
public final class UnknownMembers extends SimpleModule {
    private static final long serialVersionUID = 1;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addHandler(new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(
                    DeserializationContext context,
                    JsonParser parser,
                    ValueDeserializer<?> deserializer,
                    Object beanOrClass,
                    String name) {
                Class<?> type = beanOrClass instanceof Class<?> known ? known : beanOrClass.getClass();
                if (Exact.class.isAssignableFrom(type)) {
                    throw UnrecognizedPropertyException.from(
                            parser, beanOrClass, name, deserializer.getKnownPropertyNames());
                }
                return false;
            }
        });
    }

    /** The problem, if an unknown member made the body unreadable. */
    public static Optional<ProblemException> problem(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof UnrecognizedPropertyException unknown
                ? Optional.of(ProblemException.unknownMember(
                        unknown.getPropertyName(), requireNonNullElse(unknown.getKnownPropertyIds(), List.of())))
                : Optional.empty();
    }
}
