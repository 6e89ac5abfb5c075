package io.agenticraft.http;

import io.agenticraft.model.ToolResult;

/** Results of tools for providers that have no flag for failed ones: the words must say it. */
public final class FailedResults {
    private static final String ERROR = "Error";

    private FailedResults() {}

    /** The result's content; that of a failure begins with {@code Error}. */
    public static String words(ToolResult result) {
        String content = result.content();
        if (!result.error() || content.startsWith(ERROR)) {
            return content;
        }
        return content.isBlank() ? ERROR : ERROR + ": " + content;
    }
}
