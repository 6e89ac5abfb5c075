package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.agenticraft.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Simulator simulator;
    private OpenAIClient client;
    private Chat chat;

    @BeforeEach
    void start() {
        simulator = ShopScript.start();
        client = OpenAIOkHttpClient.builder()
                .apiKey("sk-test")
                .baseUrl(simulator.baseUrl() + "/v1")
                .build();
        chat = new Chat(client, "gpt-4o-mini", new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answer_isPrinted() {
        chat.ask("How do I clean them?");
        assertEquals("[chat] you> How do I clean them?\n[chat] bot> With water and a brush.\n", printed());
    }

    @Test
    void streamedAnswer_isPrintedWhole() {
        chat.askStreaming("How do I dry them?");
        assertEquals("[chat] you> How do I dry them?\n[chat] bot> In the shade.\n", printed());
    }

    private String printed() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
