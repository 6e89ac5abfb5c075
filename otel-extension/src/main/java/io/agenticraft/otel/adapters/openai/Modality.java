package io.agenticraft.otel.adapters.openai;

import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import io.agenticraft.otel.genai.GenAi;
import java.util.List;

/** What a request's tokens stand for: text, or something that cannot be told from outside because there is more than text. */
final class Modality {
    private Modality() {}

    /** Only users send images, sound and files. */
    static String ofInput(ChatCompletionCreateParams params) {
        List<ChatCompletionMessageParam> messages = Fields.known(params._messages());
        boolean text = messages != null && messages.stream().allMatch(Modality::isText);
        return text ? GenAi.MODALITY_TEXT : GenAi.MODALITY_UNKNOWN;
    }

    static String ofOutput(ChatCompletionCreateParams params) {
        boolean text = params._audio().isMissing() || params._audio().isNull();
        return text ? GenAi.MODALITY_TEXT : GenAi.MODALITY_UNKNOWN;
    }

    @SuppressWarnings("deprecation") // Deprecated by OpenAI, and still sent.
    private static boolean isText(ChatCompletionMessageParam message) {
        if (!message.isUser()) {
            return message.isSystem()
                    || message.isDeveloper()
                    || message.isAssistant()
                    || message.isTool()
                    || message.isFunction();
        }
        ChatCompletionUserMessageParam.Content content =
                Fields.known(message.asUser()._content());
        if (content == null) {
            return false;
        }
        if (content.isArrayOfContentParts()) {
            return content.asArrayOfContentParts().stream().allMatch(ChatCompletionContentPart::isText);
        }
        return content.isText();
    }
}
