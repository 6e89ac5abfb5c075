package io.agenticraft.examples.quickstart;

import io.agenticraft.rules.HouseRules;

class QuickstartRulesTest extends HouseRules {}
