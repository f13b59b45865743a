package com.qualitypost.phoenix.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineConditionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PQ473124829MX          | PQ473124829MX
            pq473124829mx          | PQ473124829MX
            ]C1PQ473124829MX       | PQ473124829MX
            *PQ473124829MX*        | PQ473124829MX
            'PQ473124829MX\u00a0' | PQ473124829MX
            PQ473124821MX          | PQ473124821MX
            '\u200bnúmero 5 '     | número 5""")
    void aNumberIsLookedUpAsItIsStoredHoweverItWasPasted(String entered, String stored) {
        QuarantineCondition where = QuarantineCondition.matching(
                new QuarantineFilter(null, null, entered.translateEscapes(), null, null), null);

        assertThat(where.parameters()).containsEntry("number", stored);
    }
}
