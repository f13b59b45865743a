package com.qualitypost.phoenix.local.backup.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransactionRangeTest {
    @Test
    void theLastTransactionOfASourceIsFoundInWhatMysqlWrites() {
        String set = "3b92f28e-e6e5-11f1-b833-02fc00000001:1-7:9,\n49e52838-e6e5-11f1-9d83-02fc00000001:3";

        assertThat(TransactionRange.last(set, "3b92f28e-e6e5-11f1-b833-02fc00000001"))
                .isEqualTo(9);
        assertThat(TransactionRange.last(set, "49e52838-e6e5-11f1-9d83-02fc00000001"))
                .isEqualTo(3);
        assertThat(TransactionRange.last(set, "00000000-e6e5-11f1-9d83-02fc00000001"))
                .isZero();
        assertThat(TransactionRange.last("", "49e52838-e6e5-11f1-9d83-02fc00000001"))
                .isZero();
    }
}
