<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Survey</name>
    <message numerus="yes">
        <source>Choose up to %n</source>
        <translation>
            <numerusform>Choose up to %n</numerusform>
            <numerusform>Choose up to %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n seconds</source>
        <translation>
            <numerusform>This page closes in %n second</numerusform>
            <numerusform>This page closes in %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
