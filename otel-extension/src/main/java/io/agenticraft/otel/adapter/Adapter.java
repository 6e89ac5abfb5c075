package io.agenticraft.otel.adapter;

import java.util.List;

/** What is known of one library: where to hook it, and what must be there for the hooks to fit. Loads none of its classes. */
public interface Adapter {

    /** The adapter's name in settings and messages, such as {@code openai-java}. */
    String name();

    /** The methods to hook. */
    List<Seam> seams();

    /** What the library must have, as {@code class} or {@code class#method}; otherwise the adapter stays out and says so once. */
    List<String> requires();

    /** All adapters of this module, in a fixed order. */
    static List<Adapter> all() {
        return AdapterList.load();
    }
}
