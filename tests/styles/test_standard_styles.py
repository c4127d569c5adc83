"""The standard styles on the bundled layers, and what a style file is refused for."""
from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("qgis_app")
ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "resources" / "library" / "styles"


def bundled_layer(entry):
    from qgis.core import QgsVectorLayer

    file = ROOT / "resources" / "data" / entry.source.url[len("data:"):]
    layer = QgsVectorLayer(f"{file}|layername={entry.source.layer}|option:NOLOCK=YES", entry.id, "ogr")
    assert layer.isValid()
    return layer


def styled(library, key, entry_id, folder=None, language="sv"):
    from spin_qgis_plugin.styles.apply import apply_style

    layer = bundled_layer(library.layers[entry_id])
    return layer, apply_style(layer, library.styles[key], folder or library.root, language)


@pytest.mark.parametrize("key, entry_id", [
    ("bas_dampad", "spin_yta"), ("bas_dampad", "spin_linje"), ("bas_ritbar", "spin_yta"), ("bas_ritbar", "spin_linje"),
    ("bas_ritbar", "spin_grans"), ("grans_adm", "spin_grans"), ("grans_adm", "spin_kommunnamn"),
    ("ortnamn", "spin_ort"), ("mask_utanfor", "spin_mask"), ("stat_forandring7", "spin_befolkningsforandring")])
def test_every_feature_of_the_bundled_layers_gets_a_symbol_of_its_own(bundled_library, key, entry_id):
    from qgis.core import QgsExpressionContextUtils, QgsNullSymbolRenderer, QgsRenderContext

    layer, outcome = styled(bundled_library, key, entry_id)
    assert outcome.ok, outcome.message
    renderer = layer.renderer().clone()
    if isinstance(renderer, QgsNullSymbolRenderer):
        assert layer.labelsEnabled()
        return
    context = QgsRenderContext()
    context.setRendererScale(100_000)
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        assert keys, feature.attributes()
        assert "Okänt värde" not in [labels.get(one) for one in keys], feature.attributes()
    renderer.stopRender(context)


def test_the_legend_follows_the_language(bundled_library):
    layer, _ = styled(bundled_library, "stat_forandring7", "spin_befolkningsforandring", language="en")
    assert layer.renderer().ranges()[3].label() == "−1 to +1 (largely unchanged)"
    layer, _ = styled(bundled_library, "grans_adm", "spin_grans", language="en")
    assert {rule.label() for rule in layer.renderer().rootRule().children()} == {
        "Municipal border", "County border", "National border", "Unknown value"}


def test_every_legend_label_of_a_style_has_both_languages(bundled_library):
    for style in bundled_library.styles.values():
        known = {text.sv for text in style.legend}
        for file in style.files.values():
            content = (bundled_library.root / file).read_text(encoding="utf-8")
            labels = re.findall(r'<(?:range|category|rule)\b[^>]* label="([^"]+)"', content)
            assert set(labels) <= known, (file, set(labels) - known)


def test_a_class_limit_falls_in_the_upper_class(bundled_library):
    from qgis.core import QgsFeature, QgsGeometry, QgsRenderContext, QgsVectorLayer

    from spin_qgis_plugin.styles.apply import apply_style

    layer = QgsVectorLayer("Polygon?crs=EPSG:3006&field=varde:double", "v", "memory")
    assert apply_style(layer, bundled_library.styles["stat_forandring7"], bundled_library.root).ok
    renderer = layer.renderer().clone()
    renderer.startRender(QgsRenderContext(), layer.fields())
    labels = {one.ruleKey(): one.label() for one in renderer.legendSymbolItems()}
    for value, label in ((10, "+10 eller mer"), (9.96, "+10 eller mer"), (9.94, "+5 till +10"), (1, "+1 till +5"),
                         (-1, "−1 till +1 (i stort sett oförändrad)"), (-1.1, "−5 till −1"), (-10, "−10 till −5"),
                         (-10.1, "under −10"), (300, "+10 eller mer"), (-100, "under −10")):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
        feature["varde"] = float(value)
        context = QgsRenderContext()
        context.expressionContext().setFeature(feature)
        context.expressionContext().setFields(layer.fields())
        assert [labels[key] for key in renderer.legendKeysForFeature(feature, context)] == [label], value


def test_a_style_that_needs_a_field_the_layer_lacks_is_refused(bundled_library):
    layer, outcome = styled(bundled_library, "stat_forandring7", "spin_yta")
    assert not outcome.ok and "varde" in outcome.message and "spin_yta" in outcome.message


def test_a_style_of_another_geometry_is_refused_in_words_and_the_look_stays(bundled_library):
    layer, _ = styled(bundled_library, "ortnamn", "spin_ort")
    before = layer.renderer().dump()
    from spin_qgis_plugin.styles.apply import apply_style

    outcome = apply_style(layer, bundled_library.styles["stat_forandring7"], bundled_library.root)
    assert not outcome.ok and "spin_ort" in outcome.message
    assert layer.renderer().dump() == before


@pytest.mark.parametrize("content, words", [
    (b"", "damaged"), (b"<html><body>404</body></html>", "not a QGIS style"), (b"<qgis/>", "not a QGIS style"),
])
def test_a_file_that_is_no_style_is_refused_and_the_look_stays(bundled_library, tmp_path, content, words):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ortnamn.qml").write_bytes(content)
    layer, outcome = styled(bundled_library, "ortnamn", "spin_ort", tmp_path)
    assert not outcome.ok and words in outcome.message


def test_half_a_file_is_refused_with_its_line(bundled_library, tmp_path):
    whole = (STYLES / "ortnamn.qml").read_bytes()
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ortnamn.qml").write_bytes(whole[:len(whole) // 2])
    _, outcome = styled(bundled_library, "ortnamn", "spin_ort", tmp_path)
    assert not outcome.ok and "cut off at line" in outcome.message
    (tmp_path / "styles" / "ortnamn.qml").unlink()
    _, outcome = styled(bundled_library, "ortnamn", "spin_ort", tmp_path)
    assert not outcome.ok and "can't be read" in outcome.message


def test_only_looks_come_in(bundled_library, tmp_path):
    from qgis.core import QgsAction, QgsMapLayer, QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    other, _ = styled(bundled_library, "ortnamn", "spin_ort")
    other.actions().addAction(QgsAction(QgsAction.ActionType.GenericPython, "boo", "print('boo')"))
    other.setMapTipTemplate("<script>boo</script>")
    document = QDomDocument("qgis")
    other.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.AllStyleCategories)
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ortnamn.qml").write_text(document.toString(), encoding="utf-8")
    layer, outcome = styled(bundled_library, "ortnamn", "spin_ort", tmp_path)
    assert outcome.ok and len(outcome.removed) == 2
    assert layer.actions().actions() == [] and layer.mapTipTemplate() == ""


@pytest.mark.parametrize("call", ["env('HOME')", "eval('1')", "read_secret('x')"])
def test_expressions_that_reach_out_are_refused(bundled_library, tmp_path, call):
    from qgis.core import QgsExpression, qgsfunction

    @qgsfunction(args=1, group="Custom")
    def read_secret(value, feature, parent):
        return value

    try:
        text = (STYLES / "ortnamn.qml").read_text(encoding="utf-8")
        assert "coalesce(@spin_tmin,8)" in text
        (tmp_path / "styles").mkdir()
        (tmp_path / "styles" / "ortnamn.qml").write_text(
            text.replace("coalesce(@spin_tmin,8)", f"coalesce({call},8)"), encoding="utf-8")
        _, outcome = styled(bundled_library, "ortnamn", "spin_ort", tmp_path)
        assert not outcome.ok and call.split("(")[0] in outcome.message
    finally:
        QgsExpression.unregisterFunction("read_secret")


def test_no_style_would_turn_the_map_into_a_picture():
    for file in STYLES.glob("*.qml"):
        content = file.read_text(encoding="utf-8")
        assert "<layerOpacity>" not in content or "<layerOpacity>1</layerOpacity>" in content
        for tag in ("blendMode", "featureBlendMode"):
            assert all(value == "0" for value in re.findall(f"<{tag}>(\\d+)</{tag}>", content)), file.name
        assert not re.search(r'class="(ShapeburstFill|GradientFill|LinePatternFill|PointPatternFill)"', content)
        assert "shadowDraw=\"1\"" not in content and 'enabled="1" type="effect' not in content


def test_sizes_follow_the_page(bundled_library):
    from qgis.core import QgsExpressionContextUtils, QgsRenderContext

    layer, _ = styled(bundled_library, "mask_utanfor", "spin_mask")
    symbol = layer.renderer().embeddedRenderer().symbol()
    prop = symbol.symbolLayer(0).dataDefinedProperties().property(
        symbol.symbolLayer(0).Property.PropertyStrokeWidth)
    widths = []
    for factor in (None, 2.4):
        context = QgsRenderContext().expressionContext()
        context.appendScope(QgsExpressionContextUtils.layerScope(layer))
        if factor:
            context.lastScope().setVariable("spin_k", factor)
        widths.append(round(prop.valueAsDouble(context, -1)[0], 3))
    assert widths == [0.8, 1.92]


def test_the_files_are_what_the_script_writes(tmp_path):
    from qgis.core import Qgis

    run = subprocess.run([sys.executable, str(ROOT / "scripts/build_styles.py"), "--out", str(tmp_path)],
                         capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert run.returncode == 0, run.stderr
    names = {file.name for file in STYLES.glob("*.qml")}
    assert {file.name for file in tmp_path.glob("*.qml")} == names
    if Qgis.versionInt() < 32300:  # the committed files are written by the oldest QGIS; newer ones add settings
        assert all((tmp_path / name).read_bytes() == (STYLES / name).read_bytes() for name in names)


def test_the_font_is_there_and_has_the_letters(qgis_app):
    from qgis.PyQt.QtGui import QFont, QRawFont

    from spin_qgis_plugin.styles.fonts import ensure_fonts

    state = ensure_fonts()
    raw = QRawFont.fromFont(QFont(state.family))
    assert state.missing == () and state.family == "Open Sans"
    assert all(raw.supportsCharacter(letter) for letter in "åäöÅÄÖáčđŋšŧžïńÁČĐŊŠŦŽ−–")
