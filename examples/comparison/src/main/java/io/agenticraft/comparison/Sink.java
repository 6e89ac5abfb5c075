package io.agenticraft.comparison;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/** Leads a response's body into a parser of lines. */
record Sink(RecordParser lines) implements WriteStream<Buffer> {
    @Override
    public Future<Void> write(Buffer data) {
        lines.handle(data);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        return Future.succeededFuture();
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public Sink setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public Sink drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public Sink exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
