package io.agenticraft.otel.adapters.openai;

import com.openai.models.chat.completions.ChatCompletion;

/** Observes completions that are answered as a whole. */
abstract class WholeHandler extends ChatHandler<ChatCompletion> {
    WholeHandler(Class<?> service) {
        super(service, false);
    }

    @Override
    final ChatCompletion onParsed(ChatCompletion parsed, ChatCall call) {
        call.onAnswer(parsed);
        return parsed;
    }
}
