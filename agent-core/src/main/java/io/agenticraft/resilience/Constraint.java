package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.PromptSize;
import io.agenticraft.registry.Binding;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a fallback must meet to serve a request, such as room for the prompt, abilities or a price. */
@FunctionalInterface
public interface Constraint {

    /** Why the target may not serve the request, in a few words; null if it may. */
    @Nullable
    String objection(Binding target, ModelRequest request);

    /** Anything goes. */
    static Constraint none() {
        return (target, request) -> null;
    }

    /** Only requests that {@code mayServe} accepts; {@code why} says what the others are refused for. */
    static Constraint only(Predicate<ModelRequest> mayServe, String why) {
        return (target, request) -> mayServe.test(request) ? null : why;
    }

    /**
     * Only requests that fit a context of so many tokens. Tokens are estimated, at one for three characters, and the
     * longest answer that the request allows is added.
     */
    static Constraint contextWindow(long tokens) {
        return (target, request) -> {
            long needed = Tokens.needed(request);
            return needed <= tokens ? null : "about " + needed + " tokens do not fit into its " + tokens;
        };
    }

    /** Only requests without images. */
    static Constraint withoutImages() {
        return only(request -> PromptSize.of(request).images() == 0, "it sees no images");
    }

    /** Only requests without tools. */
    static Constraint withoutTools() {
        return only(request -> request.tools().isEmpty(), "it calls no tools");
    }

    /** This and another one too. */
    default Constraint and(Constraint other) {
        return (target, request) -> {
            String objection = objection(target, request);
            return objection != null ? objection : other.objection(target, request);
        };
    }
}
