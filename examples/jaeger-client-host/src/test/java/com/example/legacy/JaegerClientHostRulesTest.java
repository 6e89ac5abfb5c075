package com.example.legacy;

import io.agenticraft.rules.HouseRules;

class JaegerClientHostRulesTest extends HouseRules {}
