package io.agenticraft.wire;

import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ProviderFactory;

/** How each provider streams a short answer, in pieces that tests put together wrongly. */
enum Speech {
    OPENAI(
            Replies.EVENTS,
            "data: {\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n",
            "data: {\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n",
            "data: {\"id\":\"c1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
            "data: {\"error\":{\"message\":\"too busy\",\"type\":\"server_error\",\"code\":\"server_is_overloaded\"}}\n\n",
            "data: {\"id\":\"c1\",\"cho"),
    ANTHROPIC(
            Replies.EVENTS,
            """
            event: message_start
            data: {"type":"message_start","message":{"id":"c1","model":"m1","usage":{"input_tokens":3}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            """,
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}\n\n",
            """
            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}

            event: message_stop
            data: {"type":"message_stop"}

            """,
            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"too busy\"}}\n\n",
            "event: content_block_delta\ndata: {\"type\":\"conte"),
    OLLAMA(
            Replies.LINES,
            "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":false}\n",
            "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"done\":false}\n",
            "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n",
            "{\"error\":\"too busy\"}\n",
            "{\"model\":\"m1\",\"mess");

    final String contentType;
    final String begin;
    final String end;
    final String error;
    final String half;
    private final String text;

    Speech(String contentType, String begin, String text, String end, String error, String half) {
        this.contentType = contentType;
        this.begin = begin;
        this.text = text;
        this.end = end;
        this.error = error;
        this.half = half;
    }

    ProviderFactory factory() {
        return switch (this) {
            case OPENAI -> new OpenAi();
            case ANTHROPIC -> new Anthropic();
            case OLLAMA -> new Ollama();
        };
    }

    String text(String words) {
        return text.formatted(words);
    }

    String whole(String words) {
        return begin + text(words) + end;
    }
}
