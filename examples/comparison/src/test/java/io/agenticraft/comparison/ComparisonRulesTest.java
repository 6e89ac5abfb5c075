package io.agenticraft.comparison;

import io.agenticraft.rules.HouseRules;

class ComparisonRulesTest extends HouseRules {}
