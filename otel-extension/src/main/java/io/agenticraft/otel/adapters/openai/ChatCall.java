package io.agenticraft.otel.adapters.openai;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.Inference;
import io.agenticraft.otel.genai.Telemetry;
import io.opentelemetry.context.Context;
import java.lang.ref.Cleaner;

/**
 * A chat completion being observed. Whatever the host is given of it refers to this object: once the host holds
 * nothing of it any more, the call counts as abandoned.
 */
final class ChatCall implements StreamListener<ChatCompletionChunk> {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Inference inference;
    private final Answer answer;
    private final boolean streaming;
    private boolean begun;

    private ChatCall(Inference inference, Answer answer, boolean streaming) {
        this.inference = inference;
        this.answer = answer;
        this.streaming = streaming;
    }

    static ChatCall start(ChatRequest request) {
        Context parent = Context.current();
        Inference inference = Inference.start(Telemetry.current(), request, parent);
        ChatCall call = new ChatCall(inference, new Answer(Bill.of(request)), request.streaming());
        Awaited.leave(parent, call);
        CLEANER.register(call, new Abandonment(inference, call.answer));
        return call;
    }

    /** The context in which the call is to be made. */
    Context context() {
        return inference.context();
    }

    /** The whole answer has come. */
    void onAnswer(ChatCompletion whole) {
        guarded(() -> answer.add(whole));
        inference.end(answer);
    }

    @Override
    public void onElement(ChatCompletionChunk chunk) {
        inference.chunk();
        guarded(() -> answer.add(chunk));
        if (!begun && answer.id() != null) {
            begun = true;
            inference.begun(answer.id(), answer.model());
        }
    }

    @Override
    public void onEnd() {
        inference.end(answer);
    }

    @Override
    public void onFailure(Throwable failure) {
        inference.fail(failure, ErrorCodes.of(failure), answer);
    }

    /** The consumer wants no more. An answer that does not come in pieces was there as a whole by then. */
    @Override
    public void onClose() {
        if (streaming) {
            inference.leave(GenAi.STREAM_CLOSED, answer);
        } else {
            inference.end(answer);
        }
    }

    /** A host's or a server's odd value must not harm the host. */
    private static void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (Throwable odd) {
            Failures.count(odd);
        }
    }

    /** Must not refer to the call, or it would keep it. */
    private record Abandonment(Inference inference, Answer answer) implements Runnable {
        @Override
        public void run() {
            inference.leave(GenAi.STREAM_ABANDONED, answer);
        }
    }
}
