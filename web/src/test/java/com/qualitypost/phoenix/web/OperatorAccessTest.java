package com.qualitypost.phoenix.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorAccessTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final OperatorAccess access = new OperatorAccess(TOKEN, () -> now);

    @Test
    void theTokenIsTaken() {
        assertThat(access.isToken("Bearer " + TOKEN)).isTrue();
        assertThat(access.isToken("Bearer " + TOKEN + "0")).isFalse();
        assertThat(access.isToken("Bearer ")).isFalse();
        assertThat(access.isToken(TOKEN)).isFalse();
        assertThat(access.isToken(null)).isFalse();
    }

    @Test
    void withoutATokenNobodyIsAnOperator() {
        assertThat(new OperatorAccess("", () -> now).isToken("Bearer ")).isFalse();
    }

    @Test
    void aLinkOpensOnceAndSoon() {
        String code = access.newCode();
        assertThat(access.passFor("guessed")).isEmpty();
        assertThat(access.passFor(code)).isPresent();
        assertThat(access.passFor(code)).isEmpty();

        String late = access.newCode();
        now = now.plus(Duration.ofMinutes(5));
        assertThat(access.passFor(late)).isEmpty();
    }

    @Test
    void ofTwoLinksTheNewerOneOpens() {
        String older = access.newCode();
        String newer = access.newCode();

        assertThat(access.passFor(older)).isEmpty();
        assertThat(access.passFor(newer)).isPresent();
    }

    @Test
    void aPassIsGoodForAShift() {
        String pass = access.passFor(access.newCode()).orElseThrow();
        assertThat(access.isPass(pass)).isTrue();
        assertThat(new OperatorAccess(TOKEN, () -> now).isPass(pass))
                .as("after a restart")
                .isTrue();

        now = now.plus(OperatorAccess.SHIFT);
        assertThat(access.isPass(pass)).isFalse();
    }

    @Test
    void aPassCannotBeMadeUp() {
        String pass = access.passFor(access.newCode()).orElseThrow();
        String signature = pass.substring(pass.indexOf('.'));

        assertThat(access.isPass("9999999999999" + signature)).isFalse();
        assertThat(access.isPass(signature)).isFalse();
        assertThat(access.isPass("")).isFalse();
        assertThat(access.isPass(TOKEN)).isFalse();
        assertThat(new OperatorAccess(TOKEN.replace('0', '1'), () -> now).isPass(pass))
                .isFalse();
    }
}
