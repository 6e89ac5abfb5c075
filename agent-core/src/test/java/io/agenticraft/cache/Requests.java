package io.agenticraft.cache;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;

/** Requests for tests. */
final class Requests {
    private Requests() {}

    /** With a temperature of 0. */
    static ModelRequest exact(String question) {
        return asking(question, GenerationOptions.builder().temperature(0).build());
    }

    static ModelRequest asking(String question, GenerationOptions options) {
        return ModelRequest.builder("model-0")
                .messages(Message.user(question))
                .options(options)
                .build();
    }
}
