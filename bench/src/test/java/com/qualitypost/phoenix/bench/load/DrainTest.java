package com.qualitypost.phoenix.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final AtomicLong done = new AtomicLong();

    @Test
    void aBacklogIsMeasuredInThreePartsOfItsSecondHalf() {
        assertThat(Drain.perSecond(() -> done.addAndGet(10), () -> done.get() >= 100))
                .hasSize(3)
                .allSatisfy(rate -> assertThat(rate).isPositive());
    }

    @Test
    void aBacklogThatIsGoneAtOnceCannotBeMeasured() {
        assertThatThrownBy(() -> Drain.perSecond(() -> 7, () -> true))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("too fast");
    }
}
