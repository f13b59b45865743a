package com.qualitypost.phoenix.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrideTest {
    private final Stride stride = new Stride(1_000);

    @Test
    void itIsHalvedDownToOneRowAndNoFurther() {
        for (int i = 0; i < 20; i++) {
            stride.wasTooLong();
        }

        assertThat(stride.rows()).isEqualTo(1);
    }

    @Test
    void itGrowsAgainUpToWhereItBegan() {
        stride.wasTooLong();
        assertThat(stride.rows()).isEqualTo(500);
        stride.wentWell();
        assertThat(stride.rows()).isEqualTo(531);
        for (int i = 0; i < 20; i++) {
            stride.wentWell();
        }

        assertThat(stride.rows()).isEqualTo(1_000);
    }

    @Test
    void itGrowsFromOneRowToo() {
        stride.fitted(0);
        stride.wentWell();

        assertThat(stride.rows()).isEqualTo(2);
    }

    @Test
    void itIsNoLongerThanWhatFitted() {
        stride.fitted(7);
        assertThat(stride.rows()).isEqualTo(7);
        stride.fitted(1_000);

        assertThat(stride.rows()).isEqualTo(7);
    }
}
