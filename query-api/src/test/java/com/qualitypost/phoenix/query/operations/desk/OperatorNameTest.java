package com.qualitypost.phoenix.query.operations.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OperatorNameTest {
    @Test
    void aNameIsOneLineWithoutTricks() {
        assertThat(OperatorName.of("  Ana\r\nMaría\u202E\u0007 ")).contains(new OperatorName("Ana  María"));
        assertThat(OperatorName.of("x".repeat(64))).isPresent();
        assertThat(OperatorName.of("x".repeat(65))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\u200B\n"})
    void whatLeavesNothingIsNotAName(String entered) {
        assertThat(OperatorName.of(entered)).isEmpty();
    }

    @Test
    void aBrowserRemembersItUntilItIsClosed() {
        String cookie = new OperatorName("José; Ñ=1").cookie(false);

        assertThat(cookie)
                .contains("; Path=/ops;", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Max-Age", "Secure");
        assertThat(remembered(cookie.replaceAll("^[^=]*=|;.*", ""))).isEqualTo("José; Ñ=1");
        assertThat(remembered("%zz")).isNull();
    }

    private static String remembered(String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("phoenix_operator_name", value));
        return OperatorName.in(request).map(OperatorName::value).orElse(null);
    }
}
