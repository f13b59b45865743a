package com.qualitypost.phoenix.query.answer;

import com.qualitypost.phoenix.query.answer.AnswerRows.Rows;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Asks for all parcels that callers want at the same moment in one statement: another row costs MySQL and us a fraction
 * of another statement. A caller who is alone is asked for alone, and at once; nobody waits for others to come.
 */
public final class LookupBatches {
    /** Few, so that those who come meanwhile share the next one. */
    private static final int STATEMENTS_AT_ONCE = 4;

    private final Nodes nodes;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(STATEMENTS_AT_ONCE);

    public LookupBatches(Nodes nodes) {
        this.nodes = nodes;
    }

    private record Waiting(String number, CompletableFuture<Optional<NodeAnswer<Rows>>> found) {}

    /** Rows of which one is that of the parcel, if there is one; empty if both nodes are away. */
    public Optional<NodeAnswer<Rows>> find(String number) {
        Waiting own = new Waiting(number, new CompletableFuture<>());
        waiting.add(own);
        if (turns.tryAcquire()) {
            Thread.ofVirtual().name("lookups").start(this::answerAll);
        }
        try {
            return own.found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void answerAll() {
        do {
            try {
                for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
                    answer(batch);
                }
            } finally {
                turns.release();
            }
            // Whoever came after the last look into the queue and before the release has found no turn.
        } while (!waiting.isEmpty() && turns.tryAcquire());
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < AnswerRows.MAX_NUMBERS) {
            Waiting one = waiting.poll();
            if (one == null) {
                break;
            }
            batch.add(one);
        }
        return batch;
    }

    private void answer(List<Waiting> batch) {
        List<String> numbers = batch.stream().map(Waiting::number).distinct().toList();
        try {
            Optional<NodeAnswer<Rows>> found = nodes.ask(jdbc -> AnswerRows.read(jdbc, numbers));
            batch.forEach(one -> one.found.complete(found));
        } catch (RuntimeException | Error e) {
            batch.forEach(one -> one.found.completeExceptionally(e));
        }
    }
}
