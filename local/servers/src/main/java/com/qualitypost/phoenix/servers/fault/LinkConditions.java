package com.qualitypost.phoenix.servers.fault;

import com.qualitypost.phoenix.servers.fault.FaultProxy.CommitCut;
import com.qualitypost.phoenix.servers.fault.FaultProxy.StatementFault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What currently happens to bytes that pass a proxy. */
final class LinkConditions {
    private enum Kind {
        CLEAR,
        SLOW,
        REFUSING,
        SWALLOWING,
        HOLDING
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Kind kind = Kind.CLEAR;
    private Duration delay = Duration.ZERO;
    private long ration = Long.MAX_VALUE;
    private @Nullable CommitCut commitCut;
    private int commitsToCut;
    private @Nullable StatementFault changeFault;
    private int changeToStrike;
    private int changes;
    private boolean lost;

    void slow(Duration by) {
        set(() -> {
            kind = Kind.SLOW;
            delay = by;
        });
    }

    void refuse() {
        set(() -> kind = Kind.REFUSING);
    }

    void swallow() {
        set(() -> kind = Kind.SWALLOWING);
    }

    void hold() {
        set(() -> kind = Kind.HOLDING);
    }

    void ration(long bytes) {
        set(() -> ration = bytes);
    }

    void cutCommits(CommitCut cut, int times) {
        set(() -> {
            commitCut = cut;
            commitsToCut = times;
        });
    }

    void strikeChange(int ordinal, StatementFault fault) {
        set(() -> {
            changeFault = fault;
            changeToStrike = ordinal;
            changes = 0;
        });
    }

    /** Returns whether bytes were lost. */
    boolean clear() {
        lock.lock();
        try {
            boolean wasLost = lost;
            kind = Kind.CLEAR;
            ration = Long.MAX_VALUE;
            commitsToCut = 0;
            changeToStrike = 0;
            changes = 0;
            lost = false;
            changed.signalAll();
            return wasLost;
        } finally {
            lock.unlock();
        }
    }

    boolean refuses() {
        lock.lock();
        try {
            return kind == Kind.REFUSING;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until bytes may go on, and returns whether they do. */
    boolean passes() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (kind == Kind.SLOW) {
                changed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
            }
            while (kind == Kind.HOLDING) {
                changed.await();
            }
            lost |= kind == Kind.SWALLOWING;
            return kind != Kind.SWALLOWING;
        } finally {
            lock.unlock();
        }
    }

    /** How many of these bytes clients may still send. */
    int allowed(int bytes) {
        lock.lock();
        try {
            int allowed = (int) Math.min(bytes, ration);
            ration -= allowed;
            return allowed;
        } finally {
            lock.unlock();
        }
    }

    int commitsToCut() {
        lock.lock();
        try {
            return commitsToCut;
        } finally {
            lock.unlock();
        }
    }

    /** Where to cut at the COMMIT that is about to pass; null to let it pass. */
    @Nullable
    CommitCut commit() {
        lock.lock();
        try {
            return commitsToCut > 0 && commitsToCut-- > 0 ? commitCut : null;
        } finally {
            lock.unlock();
        }
    }

    int changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** What happens to the statement that is about to pass; null to let it pass. */
    @Nullable
    StatementFault change() {
        lock.lock();
        try {
            return ++changes == changeToStrike ? changeFault : null;
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
