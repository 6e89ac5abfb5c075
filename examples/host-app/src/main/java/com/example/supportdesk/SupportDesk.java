package com.example.supportdesk;

import java.io.PrintStream;

/** Answers customers. */
final class SupportDesk {
    private SupportDesk() {}

    static void day(Settings settings, PrintStream out) {
        out.println("[desk] open, asking " + settings.model());
    }
}
