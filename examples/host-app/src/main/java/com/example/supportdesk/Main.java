package com.example.supportdesk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.agenticraft.registry.ProviderRegistry;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Runs the parts named as arguments: {@code support}, {@code chat}, {@code rush} or, without arguments, {@code all}, which
 * is the first two. Ends with exit
 * code 0 when they went well, 1 when one failed, 2 for an unknown part.
 */
public final class Main {
    private static final List<String> PARTS = List.of("support", "chat", "rush", "all");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        List<String> parts = arguments.isEmpty() ? List.of("all") : arguments;
        if (!PARTS.containsAll(parts)) {
            err.println("Usage: host-app [support|chat|rush|all]...");
            return 2;
        }
        try {
            for (String part : parts) {
                run(part, Settings.from(environment), out);
            }
            return 0;
        } catch (RuntimeException failure) {
            err.println("The support desk is closed: " + failure);
            return 1;
        }
    }

    private static void run(String part, Settings settings, PrintStream out) {
        if (part.equals("rush")) {
            rush(settings, out);
            return;
        }
        if (!part.equals("chat")) {
            SupportDesk.day(ProviderRegistry.shared(), settings, out);
        }
        if (!part.equals("support")) {
            chat(settings, out);
        }
    }

    private static void rush(Settings settings, PrintStream out) {
        RushHour hour = RushHour.at(ProviderRegistry.shared(), settings);
        RushHour.answerAll(hour.agent(), out);
        out.println(hour.stats().summary());
    }

    private static void chat(Settings settings, PrintStream out) {
        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        try {
            Chat chat = new Chat(client, settings.model(), out);
            chat.ask("How do I clean trail running shoes?");
            chat.askStreaming("And how do I dry them?");
        } finally {
            client.close();
        }
    }
}
