package com.qualitypost.phoenix.web.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;

/** Every error is a problem; an unknown parameter is an error. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
class ProblemAutoConfiguration {
    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    KnownParameters knownParameters() {
        return new KnownParameters();
    }
}
