<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling">
 <renderer-v2 type="RuleRenderer" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="1">
  <rules key="spin_root">
   <rule filter="attribute('objekttyp')='utland'" symbol="0" label="Annat land" key="spin_annat_land"/>
   <rule filter="attribute('objekttyp')='land'" symbol="1" label="Land" key="spin_land"/>
   <rule filter="attribute('objekttyp')='hav'" symbol="2" label="Hav" key="spin_hav"/>
   <rule filter="attribute('objekttyp')='sjo'" symbol="3" label="Sjö" key="spin_sjo"/>
   <rule filter="ELSE" symbol="4" label="Okänt värde" key="spin_okant_varde"/>
  </rules>
  <symbols>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="color" value="233,230,223,255"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="233,230,223,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="color" v="233,230,223,255"/>
     <prop k="joinstyle" v="round"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="233,230,223,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.1"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="0.1*coalesce(@spin_k,1)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="1">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="color" value="244,241,234,255"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="244,241,234,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="color" v="244,241,234,255"/>
     <prop k="joinstyle" v="round"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="244,241,234,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.1"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="0.1*coalesce(@spin_k,1)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="2">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="color" value="211,226,234,255"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="143,177,196,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="color" v="211,226,234,255"/>
     <prop k="joinstyle" v="round"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="143,177,196,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.2"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="0.2*coalesce(@spin_k,1)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="3">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="color" value="211,226,234,255"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="143,177,196,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="color" v="211,226,234,255"/>
     <prop k="joinstyle" v="round"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="143,177,196,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.2"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="0.2*coalesce(@spin_k,1)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="4">
    <data_defined_properties>
     <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="color" value="255,255,255,255"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="outline_color" value="89,89,89,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="style" value="solid"/>
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="color" v="255,255,255,255"/>
     <prop k="joinstyle" v="round"/>
     <prop k="offset" v="0,0"/>
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="outline_color" v="89,89,89,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.2"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineWidth">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="0.2*coalesce(@spin_k,1)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Line"/>
      <Option type="QString" name="geometryModifier" value="with_variable('s',2*sqrt(2)*coalesce(@spin_k,1),intersection($geometry,collect_geometries(array_foreach(generate_series(floor((x_min($geometry)+y_min($geometry))/@s)-1,ceil((x_max($geometry)+y_max($geometry))/@s)+1),make_line(make_point(@element*@s-y_min($geometry)+0.013,y_min($geometry)),make_point(@element*@s-y_max($geometry)+0.013,y_max($geometry)))))))"/>
      <Option type="QString" name="units" value="MM"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('s',2*sqrt(2)*coalesce(@spin_k,1),intersection($geometry,collect_geometries(array_foreach(generate_series(floor((x_min($geometry)+y_min($geometry))/@s)-1,ceil((x_max($geometry)+y_max($geometry))/@s)+1),make_line(make_point(@element*@s-y_min($geometry)+0.013,y_min($geometry)),make_point(@element*@s-y_max($geometry)+0.013,y_max($geometry)))))))"/>
     <prop k="units" v="MM"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@4@1">
      <data_defined_properties>
       <Option type="Map">
        <Option type="QString" name="name" value=""/>
        <Option name="properties"/>
        <Option type="QString" name="type" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="align_dash_pattern" value="0"/>
        <Option type="QString" name="capstyle" value="round"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
        <Option type="QString" name="dash_pattern_offset" value="0"/>
        <Option type="QString" name="dash_pattern_offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="dash_pattern_offset_unit" value="MM"/>
        <Option type="QString" name="draw_inside_polygon" value="0"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="line_color" value="89,89,89,255"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.2"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="offset" value="0"/>
        <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="ring_filter" value="0"/>
        <Option type="QString" name="trim_distance_end" value="0"/>
        <Option type="QString" name="trim_distance_end_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="trim_distance_end_unit" value="MM"/>
        <Option type="QString" name="trim_distance_start" value="0"/>
        <Option type="QString" name="trim_distance_start_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="trim_distance_start_unit" value="MM"/>
        <Option type="QString" name="tweak_dash_pattern_on_corners" value="0"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
       </Option>
       <prop k="align_dash_pattern" v="0"/>
       <prop k="capstyle" v="round"/>
       <prop k="customdash" v="5;2"/>
       <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="customdash_unit" v="MM"/>
       <prop k="dash_pattern_offset" v="0"/>
       <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="dash_pattern_offset_unit" v="MM"/>
       <prop k="draw_inside_polygon" v="0"/>
       <prop k="joinstyle" v="round"/>
       <prop k="line_color" v="89,89,89,255"/>
       <prop k="line_style" v="solid"/>
       <prop k="line_width" v="0.2"/>
       <prop k="line_width_unit" v="MM"/>
       <prop k="offset" v="0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="ring_filter" v="0"/>
       <prop k="trim_distance_end" v="0"/>
       <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="trim_distance_end_unit" v="MM"/>
       <prop k="trim_distance_start" v="0"/>
       <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="trim_distance_start_unit" v="MM"/>
       <prop k="tweak_dash_pattern_on_corners" v="0"/>
       <prop k="use_custom_dash" v="0"/>
       <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineWidth">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="0.2*coalesce(@spin_k,1)"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="SymbolType" value="Line"/>
      <Option type="QString" name="geometryModifier" value="with_variable('s',2*sqrt(2)*coalesce(@spin_k,1),intersection($geometry,collect_geometries(array_foreach(generate_series(floor((x_min($geometry)-y_max($geometry))/@s)-1,ceil((x_max($geometry)-y_min($geometry))/@s)+1),make_line(make_point(@element*@s+y_min($geometry)+0.013,y_min($geometry)),make_point(@element*@s+y_max($geometry)+0.013,y_max($geometry)))))))"/>
      <Option type="QString" name="units" value="MM"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('s',2*sqrt(2)*coalesce(@spin_k,1),intersection($geometry,collect_geometries(array_foreach(generate_series(floor((x_min($geometry)-y_max($geometry))/@s)-1,ceil((x_max($geometry)-y_min($geometry))/@s)+1),make_line(make_point(@element*@s+y_min($geometry)+0.013,y_min($geometry)),make_point(@element*@s+y_max($geometry)+0.013,y_max($geometry)))))))"/>
     <prop k="units" v="MM"/>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option name="properties"/>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
     <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="@4@2">
      <data_defined_properties>
       <Option type="Map">
        <Option type="QString" name="name" value=""/>
        <Option name="properties"/>
        <Option type="QString" name="type" value="collection"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="align_dash_pattern" value="0"/>
        <Option type="QString" name="capstyle" value="round"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
        <Option type="QString" name="dash_pattern_offset" value="0"/>
        <Option type="QString" name="dash_pattern_offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="dash_pattern_offset_unit" value="MM"/>
        <Option type="QString" name="draw_inside_polygon" value="0"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="line_color" value="89,89,89,255"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.2"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="offset" value="0"/>
        <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="offset_unit" value="MM"/>
        <Option type="QString" name="ring_filter" value="0"/>
        <Option type="QString" name="trim_distance_end" value="0"/>
        <Option type="QString" name="trim_distance_end_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="trim_distance_end_unit" value="MM"/>
        <Option type="QString" name="trim_distance_start" value="0"/>
        <Option type="QString" name="trim_distance_start_map_unit_scale" value="3x:0,0,0,0,0,0"/>
        <Option type="QString" name="trim_distance_start_unit" value="MM"/>
        <Option type="QString" name="tweak_dash_pattern_on_corners" value="0"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
       </Option>
       <prop k="align_dash_pattern" v="0"/>
       <prop k="capstyle" v="round"/>
       <prop k="customdash" v="5;2"/>
       <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="customdash_unit" v="MM"/>
       <prop k="dash_pattern_offset" v="0"/>
       <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="dash_pattern_offset_unit" v="MM"/>
       <prop k="draw_inside_polygon" v="0"/>
       <prop k="joinstyle" v="round"/>
       <prop k="line_color" v="89,89,89,255"/>
       <prop k="line_style" v="solid"/>
       <prop k="line_width" v="0.2"/>
       <prop k="line_width_unit" v="MM"/>
       <prop k="offset" v="0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="ring_filter" v="0"/>
       <prop k="trim_distance_end" v="0"/>
       <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="trim_distance_end_unit" v="MM"/>
       <prop k="trim_distance_start" v="0"/>
       <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="trim_distance_start_unit" v="MM"/>
       <prop k="tweak_dash_pattern_on_corners" v="0"/>
       <prop k="use_custom_dash" v="0"/>
       <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option type="QString" name="name" value=""/>
         <Option type="Map" name="properties">
          <Option type="Map" name="outlineWidth">
           <Option type="bool" name="active" value="true"/>
           <Option type="QString" name="expression" value="0.2*coalesce(@spin_k,1)"/>
           <Option type="int" name="type" value="3"/>
          </Option>
         </Option>
         <Option type="QString" name="type" value="collection"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>2</layerGeometryType>
</qgis>
