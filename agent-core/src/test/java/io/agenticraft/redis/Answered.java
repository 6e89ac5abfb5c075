package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.testing.Check;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for answers. */
final class Answered {
    private Answered() {}

    static <T extends @Nullable Object> T by(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    /** The text of a value's bytes. */
    static @Nullable String text(CompletableFuture<?> future) throws Exception {
        Object bytes = future.get(10, TimeUnit.SECONDS);
        return bytes == null ? null : new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    static RedisException failure(CompletableFuture<?> future) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
        return assertInstanceOf(RedisException.class, Check.cause(thrown));
    }
}
