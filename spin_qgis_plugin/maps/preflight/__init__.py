"""Preflight: small named rules on a built map, before it is written."""
from __future__ import annotations

from typing import List

from ..build import BuiltMap
from ..finding import Finding
from . import layers, legend, texts

RULES = (*texts.RULES, *layers.RULES, *legend.RULES)


def preflight(built: BuiltMap) -> List[Finding]:
    """Return what every rule found, in the rules' order."""
    findings: List[Finding] = []
    for rule in RULES:
        findings.extend(rule(built))
    return findings
