<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>Better than in the %n days before</source>
        <translation>
            <numerusform>Better than in the %n day before</numerusform>
            <numerusform>Better than in the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse than in the %n days before</source>
        <translation>
            <numerusform>Worse than in the %n day before</numerusform>
            <numerusform>Worse than in the %n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No clear change from the %n days before</source>
        <translation>
            <numerusform>No clear change from the %n day before</numerusform>
            <numerusform>No clear change from the %n days before</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>Too short. A phone number has at least %n digits.</source>
        <translation>
            <numerusform>Too short. A phone number has at least %n digit.</numerusform>
            <numerusform>Too short. A phone number has at least %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long. A phone number has at most %n digits.</source>
        <translation>
            <numerusform>Too long. A phone number has at most %n digit.</numerusform>
            <numerusform>Too long. A phone number has at most %n digits.</numerusform>
        </translation>
    </message>
</context>
</TS>
