package io.agenticraft.http;

/**
 * What a person can do about a failure.
 *
 * @param credential what to check when the credential is rejected, such as {@code Check OPENAI_API_KEY}
 * @param address what to check when the address is wrong or does not answer
 */
public record Hints(String credential, String address) {}
