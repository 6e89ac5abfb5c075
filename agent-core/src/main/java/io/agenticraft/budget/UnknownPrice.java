package io.agenticraft.budget;

/** What happens to a call of a model without a price while a budget limits money. */
public enum UnknownPrice {
    /** It is refused with an {@link UnpricedModelException}. */
    REFUSE,
    /** It costs nothing; its tokens count. */
    COUNT_TOKENS_ONLY
}
