package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void theHashIsThatOfTheTablesForEver() {
        assertThat(HexFormat.of().formatHex(Secret.hash("pk_test_1")))
                .isEqualTo("97e53b8fc4b66441cf0fa0f9683a1f675535700507ccbb6f93aa325b03108db8");
    }

    @Test
    void aSecretHas256BitsAndIsNeverTheSame() {
        assertThat(Secret.random()).hasSize(43).isNotEqualTo(Secret.random());
    }
}
