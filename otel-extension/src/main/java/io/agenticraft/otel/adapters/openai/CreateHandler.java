package io.agenticraft.otel.adapters.openai;

import com.openai.services.blocking.chat.ChatCompletionServiceImpl;

/** Observes chat completions that are answered as a whole, blocking. */
public final class CreateHandler extends WholeHandler {
    public CreateHandler() {
        super(ChatCompletionServiceImpl.WithRawResponseImpl.class);
    }
}
