package io.agenticraft.ollama;

import java.util.regex.Pattern;

/**
 * The form of Ollama's model names: {@code name:tag}, where the tag is a size, a quantisation or {@code latest}; or the
 * bare name of a family of open models in the spelling of Ollama's library ({@code llama3.2}, not {@code llama-3.2}). Tags
 * such as {@code free} are OpenRouter's.
 */
final class OllamaNames {
    private static final Pattern TAGGED = Pattern.compile(
            "[\\w./-]+:(latest|cloud|(\\d+x)?[\\d.]+[bm](-.+)?|e\\d+b(-.+)?|(?i:(.+-)?i?q\\d\\w*|(.+-)?fp16))");

    private static final Pattern FAMILY = Pattern.compile(
            "(llama\\d+(\\.\\d+)?|codellama|tinyllama|llava|gemma\\d+n?|codegemma"
                    + "|qwen\\d+(\\.\\d+)?|qwq|phi\\d+(\\.\\d+)?|mistral|mixtral|deepseek-r1|gpt-oss|smollm\\d?|granite\\d+(\\.\\d+)?)"
                    + "(-(vision|vl|coder|code|mini|moe|chat|guard\\d*|safeguard))?(:(?!(free|extended|thinking|online|nitro|floor|exacto)$)[\\w.-]+)?");

    private OllamaNames() {}

    static boolean matches(String model) {
        return TAGGED.matcher(model).matches() || FAMILY.matcher(model).matches();
    }
}
