package io.agenticraft.selection;

/**
 * Why a candidate was not considered.
 *
 * @param name the candidate, as {@code provider:model}
 * @param limit the limit that it breaks; a candidate that breaks several has several rejections
 * @param detail what the candidate has and what was demanded
 */
public record Rejection(String name, Limit limit, String detail) {
    @Override
    public String toString() {
        return name + ": " + detail;
    }
}
