package io.agenticraft.anthropic;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Content;
import io.agenticraft.model.ProviderContent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of tools that run at Anthropic, and their results: it refuses one without the other in an answer that is past. */
final class ServerTools {
    private ServerTools() {}

    /** Whether a part is a call or a result whose counterpart is not in the answer. */
    static boolean isParted(ProviderContent part, List<Content> answer) throws IOException {
        String own = idOf(part);
        if (own == null) {
            return false;
        }
        for (Content other : answer) {
            if (other instanceof ProviderContent counterpart
                    && isCall(counterpart) != isCall(part)
                    && own.equals(idOf(counterpart))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCall(ProviderContent part) {
        return part.kind().endsWith("tool_use");
    }

    /** The call's identifier, in the call or the result; null for a part that is neither. */
    private static @Nullable String idOf(ProviderContent part) throws IOException {
        String field = isCall(part) ? "id" : part.kind().endsWith("tool_result") ? "tool_use_id" : "";
        JsonReader json = JsonReader.of(part.json());
        String id = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (json.field().equals(field)) {
                id = json.text();
            } else {
                json.skip();
            }
        }
        return id;
    }
}
