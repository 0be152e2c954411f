<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n elements selected</source>
        <translation>
            <numerusform>%n Element ausgewählt</numerusform>
            <numerusform>%n Elemente ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, selected</source>
        <comment>an element&apos;s name and its kind</comment>
        <translation>%1, %2, ausgewählt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>CanvasCommands</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Co&amp;nnect to…</source>
        <translation>Ver&amp;binden mit…</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Replicate…</source>
        <translation>&amp;Vervielfachen…</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>&amp;Linke Kanten</translation>
    </message>
    <message>
        <source>&amp;Centres, one below the other</source>
        <translation>&amp;Mitten, untereinander</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>&amp;Rechte Kanten</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>&amp;Obere Kanten</translation>
    </message>
    <message>
        <source>&amp;Middles, side by side</source>
        <translation>M&amp;itten, nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Untere Kanten</translation>
    </message>
    <message>
        <source>Equal gaps &amp;across</source>
        <translation>Gleiche Abstände &amp;waagerecht</translation>
    </message>
    <message>
        <source>Equal gaps &amp;down</source>
        <translation>Gleiche Abstände &amp;senkrecht</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Take the area &amp;away</source>
        <translation>Bereich &amp;auflösen</translation>
    </message>
    <message>
        <source>Put into %1</source>
        <translation>In %1 legen</translation>
    </message>
    <message>
        <source>Take the area away</source>
        <translation>Bereich auflösen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation>En&amp;tsperren</translation>
    </message>
    <message>
        <source>&amp;Edit the text…</source>
        <translation>Text &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Edit the label…</source>
        <translation>B&amp;eschriftung bearbeiten…</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Make gaps equal</source>
        <translation>Abstände angleichen</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>&amp;Ausrichten</translation>
    </message>
    <message>
        <source>&amp;Put into a new</source>
        <translation>In neuen Bereich &amp;legen</translation>
    </message>
    <message>
        <source>First select components, areas or notes.</source>
        <translation>Zuerst Komponenten, Bereiche oder Notizen auswählen.</translation>
    </message>
    <message>
        <source>First select one component that can call others.</source>
        <translation>Zuerst eine Komponente auswählen, die andere aufrufen kann.</translation>
    </message>
    <message>
        <source>First select one thing.</source>
        <translation>Zuerst genau ein Element auswählen.</translation>
    </message>
    <message>
        <source>First select something.</source>
        <translation>Zuerst etwas auswählen.</translation>
    </message>
    <message>
        <source>First select three or more components or areas that are not locked.</source>
        <translation>Zuerst drei oder mehr Komponenten oder Bereiche auswählen, die nicht gesperrt sind.</translation>
    </message>
    <message>
        <source>First select an area.</source>
        <translation>Zuerst einen Bereich auswählen.</translation>
    </message>
    <message>
        <source>First select two or more components or areas that are not locked.</source>
        <translation>Zuerst zwei oder mehr Komponenten oder Bereiche auswählen, die nicht gesperrt sind.</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <source>The clipboard holds too much to be part of a layout.</source>
        <translation>Die Zwischenablage enthält zu viel, um Teil eines Layouts zu sein.</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>The clipboard holds too much text for a note.</source>
        <translation>Die Zwischenablage enthält zu viel Text für eine Notiz.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>%1: switch off</source>
        <translation>%1: ausschalten</translation>
    </message>
    <message>
        <source>%1: switch on</source>
        <translation>%1: einschalten</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation>%1 von %2 setzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Chan&amp;ge into</source>
        <translation>&amp;Ändern in</translation>
    </message>
    <message>
        <source>%1 – loses a wire</source>
        <translation>%1 – verliert eine Leitung</translation>
    </message>
    <message>
        <source>%1 – loses %2 wires</source>
        <translation>%1 – verliert %2 Leitungen</translation>
    </message>
    <message>
        <source>Change into %1</source>
        <translation>In %1 ändern</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>&amp;Ausrichten</translation>
    </message>
    <message>
        <source>Put &amp;into a new</source>
        <translation>In neuen Bereich le&amp;gen</translation>
    </message>
    <message>
        <source>Add a &amp;note</source>
        <translation>&amp;Notiz hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Insert a component…</source>
        <translation>Komponente &amp;einsetzen…</translation>
    </message>
</context>
<context>
    <name>DrawingMenu</name>
    <message>
        <source>&amp;Tidy up</source>
        <translation>A&amp;ufräumen</translation>
    </message>
    <message>
        <source>Lays out the drawing, or what is selected, from left to right along its calls</source>
        <translation>Ordnet die Zeichnung, oder was ausgewählt ist, von links nach rechts entlang der Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Curved links</source>
        <translation>&amp;Geschwungene Leitungen</translation>
    </message>
    <message>
        <source>&amp;Square links</source>
        <translation>&amp;Rechtwinklige Leitungen</translation>
    </message>
    <message>
        <source>Show the &amp;overview</source>
        <translation>Ü&amp;bersicht zeigen</translation>
    </message>
</context>
<context>
    <name>ElementTip</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 answered per second</source>
        <translation>%1 beantwortet pro Sekunde</translation>
    </message>
    <message>
        <source>%1 failed per second</source>
        <translation>%1 gescheitert pro Sekunde</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 ausgelastet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>latency p50 %1, p95 %2, p99 %3</source>
        <translation>Latenz p50 %1, p95 %2, p99 %3</translation>
    </message>
    <message>
        <source>%1 behind the primary</source>
        <translation>%1 hinter der Primärdatenbank</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>nothing is sent: the target is marked down</source>
        <translation>nichts wird gesendet: das Ziel gilt als ausgefallen</translation>
    </message>
    <message>
        <source>CPU %1 busy</source>
        <translation>CPU zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>one-way latency %1</source>
        <translation>Latenz je Richtung %1</translation>
    </message>
    <message>
        <source>%1 messages kept</source>
        <translation>%1 Nachrichten aufbewahrt</translation>
    </message>
    <message>
        <source>%1 of %2 nodes live</source>
        <translation>%1 von %2 Knoten laufen</translation>
    </message>
    <message>
        <source>%1 instances</source>
        <translation>%1 Instanzen</translation>
    </message>
    <message>
        <source>memory %1 in use</source>
        <translation>Speicher zu %1 belegt</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 unterwegs</translation>
    </message>
</context>
<context>
    <name>ElementWords</name>
    <message>
        <source>Link</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a link from one component to another</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Rename; connect or break in those modes</source>
        <translation>Umbenennen; in den Modi Verbinden und Stören: verbinden, stören</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Rename or edit the text</source>
        <translation>Umbenennen oder Text bearbeiten</translation>
    </message>
    <message>
        <source>F2, double click</source>
        <translation>F2, Doppelklick</translation>
    </message>
    <message>
        <source>Move what is selected, a little with Shift</source>
        <translation>Auswahl verschieben, mit Umschalt ein wenig</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Menu of what is selected</source>
        <translation>Menü der Auswahl</translation>
    </message>
    <message>
        <source>Menu key, right click</source>
        <translation>Menütaste, Rechtsklick</translation>
    </message>
    <message>
        <source>Give up, back to selecting</source>
        <translation>Abbrechen, zurück zum Auswählen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Drag with the middle or right button</source>
        <translation>Mit mittlerer oder rechter Taste ziehen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Drag without snapping</source>
        <translation>Ziehen ohne Einrasten</translation>
    </message>
    <message>
        <source>About Loadframe</source>
        <translation>Über Loadframe</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Loadframe %1&lt;/h3&gt;&lt;p&gt;Draw a system, run it live, break it, and see what happens.&lt;/p&gt;&lt;p&gt;Built with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Loadframe %1&lt;/h3&gt;&lt;p&gt;Ein System zeichnen, live laufen lassen, stören und sehen, was passiert.&lt;/p&gt;&lt;p&gt;Erstellt mit Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Messaging</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Components and faults</source>
        <translation>Komponenten und Störungen</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>Auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Go to a moment of the run</source>
        <translation>Zu einem Augenblick des Laufs gehen</translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation>Klicken, ziehen</translation>
    </message>
    <message>
        <source>Go on from there, in place of what came after</source>
        <translation>Von dort weiterlaufen, anstelle dessen, was danach kam</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Back or forward by 1 s, by 10 s with Shift</source>
        <translation>Um 1 s zurück oder vor, mit Umschalt um 10 s</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>To the start or the end of the run</source>
        <translation>Zum Anfang oder Ende des Laufs</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Zoom; show the whole run</source>
        <translation>Zoomen; den ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>Wheel, +, −; 0</source>
        <translation>Rad, +, −; 0</translation>
    </message>
    <message>
        <source>Move while zoomed</source>
        <translation>Verschieben, wenn gezoomt ist</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Rad</translation>
    </message>
    <message>
        <source>Add something there</source>
        <translation>Dort etwas hinzufügen</translation>
    </message>
    <message>
        <source>Double click, or type its name</source>
        <translation>Doppelklick, oder seinen Namen tippen</translation>
    </message>
    <message>
        <source>Select the next or previous component along the flow</source>
        <translation>Vorige oder nächste Komponente entlang des Flusses auswählen</translation>
    </message>
    <message>
        <source>Go to the component beside, first along the wires</source>
        <translation>Zur Komponente daneben gehen, zuerst entlang der Leitungen</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Strg+Pfeiltasten</translation>
    </message>
    <message>
        <source>Put a component between two others</source>
        <translation>Eine Komponente zwischen zwei andere setzen</translation>
    </message>
    <message>
        <source>Drop it on their wire</source>
        <translation>Auf deren Leitung fallen lassen</translation>
    </message>
    <message>
        <source>Drag a copy</source>
        <translation>Eine Kopie ziehen</translation>
    </message>
    <message>
        <source>Alt while dragging</source>
        <translation>Alt beim Ziehen</translation>
    </message>
    <message>
        <source>Drag straight</source>
        <translation>Gerade ziehen</translation>
    </message>
    <message>
        <source>Shift while dragging</source>
        <translation>Umschalt beim Ziehen</translation>
    </message>
    <message>
        <source>Ctrl while dragging</source>
        <translation>Strg beim Ziehen</translation>
    </message>
    <message>
        <source>In the outline</source>
        <translation>In der Gliederung</translation>
    </message>
    <message>
        <source>Show it on the canvas</source>
        <translation>Auf der Zeichnung zeigen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Open and fold</source>
        <translation>Aufklappen und zuklappen</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Rechts, Links</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>Bild &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;grid</source>
        <translation>&amp;Raster zeigen</translation>
    </message>
    <message>
        <source>&amp;Snap to the grid</source>
        <translation>Am Raster &amp;einrasten</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Res&amp;tart from 0</source>
        <translation>Von 0 &amp;neu starten</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Sc&amp;hneller</translation>
    </message>
    <message>
        <source>Tool: S&amp;elect</source>
        <translation>Werkzeug: &amp;Auswählen</translation>
    </message>
    <message>
        <source>Tool: &amp;Connect</source>
        <translation>Werkzeug: &amp;Verbinden</translation>
    </message>
    <message>
        <source>Tool: &amp;Break</source>
        <translation>Werkzeug: Stö&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Loadframe</source>
        <translation>Ü&amp;ber Loadframe</translation>
    </message>
    <message>
        <source>From &amp;papers</source>
        <translation>Aus &amp;Veröffentlichungen</translation>
    </message>
    <message>
        <source>&amp;Components and faults</source>
        <translation>&amp;Komponenten und Störungen</translation>
    </message>
    <message>
        <source>&amp;Back by 1 s</source>
        <translation>Um 1 s &amp;zurück</translation>
    </message>
    <message>
        <source>F&amp;orward by 1 s</source>
        <translation>Um 1 s &amp;vor</translation>
    </message>
    <message>
        <source>To the &amp;end of the run</source>
        <translation>Zum E&amp;nde des Laufs</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Find on the canvas…</source>
        <translation>Auf der Zeichnung &amp;suchen…</translation>
    </message>
    <message>
        <source>All co&amp;mmands…</source>
        <translation>Alle &amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>&amp;Vorführung</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Standard arrangement</source>
        <translation>&amp;Standardanordnung</translation>
    </message>
    <message>
        <source>Follow single re&amp;quests</source>
        <translation>Einzelnen An&amp;fragen folgen</translation>
    </message>
    <message>
        <source>Le&amp;gend</source>
        <translation>Le&amp;gende</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fen&amp;ster</translation>
    </message>
    <message>
        <source>Show &amp;hints again</source>
        <translation>&amp;Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>First draw users and what they call, and mend what the problems panel lists.</source>
        <translation>Zuerst Nutzer zeichnen und was sie aufrufen, und beheben, was unter Probleme steht.</translation>
    </message>
    <message>
        <source>First pause the run.</source>
        <translation>Zuerst den Lauf anhalten.</translation>
    </message>
</context>
<context>
    <name>PictureImport</name>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Das Bild ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The picture is larger than 64 MiB.</source>
        <translation>Das Bild ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>Scale it down first.</source>
        <translation>Es vorher verkleinern.</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Das Bild wird gelesen…</translation>
    </message>
</context>
<context>
    <name>TypedSettings</name>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Set %1 of %2 to “%3”</source>
        <translation>%1 von %2 auf „%3“ setzen</translation>
    </message>
</context>
<context>
    <name>WireGesture</name>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Refused, since nobody listened: %1</source>
        <translation>Abgelehnt, da niemand lauschte: %1</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>Verbindung verloren: %1</translation>
    </message>
    <message>
        <source>Timed out: %1</source>
        <translation>Zeitlimit überschritten: %1</translation>
    </message>
    <message>
        <source>Rejected by a full queue or limit: %1</source>
        <translation>Von voller Warteschlange oder Obergrenze abgewiesen: %1</translation>
    </message>
    <message>
        <source>No healthy target: %1</source>
        <translation>Kein gesundes Ziel: %1</translation>
    </message>
    <message>
        <source>Name not resolved: %1</source>
        <translation>Name nicht aufgelöst: %1</translation>
    </message>
    <message>
        <source>Answered with an error: %1</source>
        <translation>Mit Fehler beantwortet: %1</translation>
    </message>
    <message>
        <source>%1 noticed that %2 failed after %3, by %4 failed checks</source>
        <translation>%1 bemerkte den Ausfall von %2 nach %3, durch gescheiterte Prüfungen: %4</translation>
    </message>
    <message>
        <source>%1 noticed that %2 failed after %3, by %4 failed requests</source>
        <translation>%1 bemerkte den Ausfall von %2 nach %3, durch gescheiterte Anfragen: %4</translation>
    </message>
    <message>
        <source>No balancer noticed</source>
        <translation>Kein Lastverteiler bemerkte es</translation>
    </message>
    <message>
        <source>Failed requests of users until then: %1</source>
        <translation>Bis dahin gescheiterte Anfragen von Nutzern: %1</translation>
    </message>
    <message>
        <source>No request of a user failed</source>
        <translation>Keine Anfrage eines Nutzers scheiterte</translation>
    </message>
    <message>
        <source>Failed requests of users in all: %1, the last of them within %2 of the fault</source>
        <translation>Gescheiterte Anfragen von Nutzern insgesamt: %1, die letzte davon binnen %2 nach der Störung</translation>
    </message>
    <message>
        <source>Failed requests of users until %2: %1, with no end by then</source>
        <translation>Gescheiterte Anfragen von Nutzern bis %2: %1, bis dahin ohne Ende</translation>
    </message>
    <message>
        <source>Failed requests per second before the fault: %1</source>
        <translation>Gescheiterte Anfragen pro Sekunde vor der Störung: %1</translation>
    </message>
    <message>
        <source>Utilisation of %1 went from %2 % to %3 %</source>
        <translation>Auslastung von %1 änderte sich von %2 % auf %3 %</translation>
    </message>
    <message>
        <source>Others beside it: %1</source>
        <translation>Daneben weitere: %1</translation>
    </message>
    <message>
        <source>It was not repaired by %1</source>
        <translation>Bis %1 nicht repariert</translation>
    </message>
    <message>
        <source>Its repair began after %1, at %2</source>
        <translation>Die Reparatur begann nach %1, um %2</translation>
    </message>
    <message>
        <source>It had booted %1 later</source>
        <translation>Start war %1 später abgeschlossen</translation>
    </message>
    <message>
        <source>All of it had booted %1 later</source>
        <translation>Alles war %1 später gestartet</translation>
    </message>
    <message>
        <source>%1 sent to %2 again %3 after the repair began</source>
        <translation>%1 sendete %3 nach Beginn der Reparatur wieder an %2</translation>
    </message>
    <message>
        <source>%1 killed: 1 connection reset</source>
        <translation>%1 ausgefallen: 1 Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 killed: %2 connections reset</source>
        <translation>%1 ausgefallen: %2 Verbindungen zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 killed</source>
        <translation>%1 ausgefallen</translation>
    </message>
    <message>
        <source>%1 hangs: it accepts requests and answers none</source>
        <translation>%1 hängt: nimmt Anfragen an und beantwortet keine</translation>
    </message>
    <message>
        <source>%1 runs at %2 % of its speed</source>
        <translation>%1 läuft mit %2 % der Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 fails %2 % of its requests</source>
        <translation>%1 lässt %2 % der Anfragen scheitern</translation>
    </message>
    <message>
        <source>%1 restarted: 1 connection reset</source>
        <translation>%1 neu gestartet: 1 Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 restarted: %2 connections reset</source>
        <translation>%1 neu gestartet: %2 Verbindungen zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>%1 flushed: it is cold</source>
        <translation>%1 geleert: der Cache ist kalt</translation>
    </message>
    <message>
        <source>%1 cut</source>
        <translation>%1 getrennt</translation>
    </message>
    <message>
        <source>%1 mended</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Load set to ×%1</source>
        <translation>Last auf ×%1 gesetzt</translation>
    </message>
    <message>
        <source>Load of %1 set to ×%2</source>
        <translation>Last von %1 auf ×%2 gesetzt</translation>
    </message>
    <message>
        <source>%1 tries %2 again: its fail timeout is over</source>
        <translation>%1 versucht %2 wieder: die Sperrzeit ist vorbei</translation>
    </message>
    <message>
        <source>%1 marked %2 down after %3 failed requests, %4 after it broke</source>
        <translation>%1 markierte %2 als ausgefallen, gescheiterte Anfragen: %3, %4 nach dem Ausfall</translation>
    </message>
    <message>
        <source>%1 marked %2 down after %3 failed requests</source>
        <translation>%1 markierte %2 als ausgefallen, gescheiterte Anfragen: %3</translation>
    </message>
    <message>
        <source>%1 marked %2 down after %3 failed checks, %4 after it broke</source>
        <translation>%1 markierte %2 als ausgefallen, gescheiterte Prüfungen: %3, %4 nach dem Ausfall</translation>
    </message>
    <message>
        <source>%1 marked %2 down after %3 failed checks</source>
        <translation>%1 markierte %2 als ausgefallen, gescheiterte Prüfungen: %3</translation>
    </message>
    <message>
        <source>%1 marked %2 up after %3 passed checks, %4 after its repair began</source>
        <translation>%1 markierte %2 als bereit, bestandene Prüfungen: %3, %4 nach Beginn der Reparatur</translation>
    </message>
    <message>
        <source>%1 marked %2 up after %3 passed checks</source>
        <translation>%1 markierte %2 als bereit, bestandene Prüfungen: %3</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>%1: check of %2 failed (%3 in a row)</source>
        <translation>%1: Prüfung von %2 gescheitert (%3 in Folge)</translation>
    </message>
    <message>
        <source>%1 has no healthy target left</source>
        <translation>%1 hat kein gesundes Ziel mehr</translation>
    </message>
    <message>
        <source>%1 is full: %2 wait, more are rejected</source>
        <translation>%1 ist voll: %2 warten, weitere werden abgewiesen</translation>
    </message>
    <message>
        <source>%1 accepts requests again: it rejected %2</source>
        <translation>%1 nimmt wieder Anfragen an: abgewiesen wurden %2</translation>
    </message>
    <message>
        <source>%1 is saturated</source>
        <translation>%1 ist voll ausgelastet</translation>
    </message>
    <message>
        <source>%1 is no longer saturated</source>
        <translation>%1 ist nicht mehr voll ausgelastet</translation>
    </message>
    <message>
        <source>The architecture was edited</source>
        <translation>Die Architektur wurde bearbeitet</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>CPU cores, shared by all that stands on the host.</source>
        <translation>CPU-Kerne, die sich alles auf dem Host teilt.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Clock relative to the machine that CPU times were measured on.</source>
        <translation>Takt im Verhältnis zur Maschine, auf der die CPU-Zeiten gemessen wurden.</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Processor sharing</source>
        <translation>Gleichzeitig (Processor Sharing)</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>Der Reihe nach (FCFS)</translation>
    </message>
    <message>
        <source>How more requests than cores share the CPU: all at once and each slower, or one after another.</source>
        <translation>Wie sich mehr Anfragen als Kerne die CPU teilen: alle gleichzeitig und jede langsamer, oder eine nach der anderen.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>One way, between two components on this host.</source>
        <translation>Je Richtung, zwischen zwei Komponenten auf diesem Host.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>A machine. What stands on it shares its cores, and dies with it.</source>
        <translation>Eine Maschine. Was auf ihr steht, teilt sich ihre Kerne und fällt mit ihr aus.</translation>
    </message>
    <message>
        <source>One way, between hosts of this zone.</source>
        <translation>Je Richtung, zwischen Hosts dieser Zone.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>A data centre, or an availability zone: it can fail as one.</source>
        <translation>Ein Rechenzentrum oder eine Verfügbarkeitszone: kann als Ganzes ausfallen.</translation>
    </message>
    <message>
        <source>Between zones</source>
        <translation>Zwischen Zonen</translation>
    </message>
    <message>
        <source>One way, between zones of this region.</source>
        <translation>Je Richtung, zwischen Zonen dieser Region.</translation>
    </message>
    <message>
        <source>To other regions</source>
        <translation>Zu anderen Regionen</translation>
    </message>
    <message>
        <source>One way, between this region and others; the slower of both regions counts.</source>
        <translation>Je Richtung, zwischen dieser Region und anderen; die langsamere der beiden Regionen zählt.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>A part of the world with several zones.</source>
        <translation>Ein Teil der Welt mit mehreren Zonen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A frame that belongs together; it has no effect on the simulation.</source>
        <translation>Ein Rahmen um Zusammengehöriges; ohne Wirkung auf die Simulation.</translation>
    </message>
    <message>
        <source>remove a link of the loop: a request in it would never be answered</source>
        <translation>eine Leitung der Schleife entfernen: eine Anfrage darin würde nie beantwortet</translation>
    </message>
    <message>
        <source>a replica has one primary: remove the links from the others</source>
        <translation>ein Replikat hat eine einzige Primärdatenbank: die Leitungen von den anderen entfernen</translation>
    </message>
    <message>
        <source>they send nothing</source>
        <translation>senden nichts</translation>
    </message>
    <message>
        <source>give them a rate above 0</source>
        <translation>eine Rate über 0 einstellen</translation>
    </message>
    <message>
        <source>give them a population above 0</source>
        <translation>eine Nutzerzahl über 0 einstellen</translation>
    </message>
    <message>
        <source>they can look up a name, but are wired to nothing that serves them</source>
        <translation>können einen Namen auflösen, sind aber mit nichts verbunden, das sie bedient</translation>
    </message>
    <message>
        <source>they are wired to nothing, so all their requests fail</source>
        <translation>sind mit nichts verbunden, daher scheitern alle Anfragen</translation>
    </message>
    <message>
        <source>wire them to a load balancer or a server</source>
        <translation>mit einem Lastverteiler oder einem Server verbinden</translation>
    </message>
    <message>
        <source>they are wired to several DNS, and only the last is asked</source>
        <translation>sind mit mehreren DNS verbunden, nur das letzte wird gefragt</translation>
    </message>
    <message>
        <source>keep one of these links</source>
        <translation>nur eine dieser Leitungen behalten</translation>
    </message>
    <message>
        <source>so many users who think so briefly send more than 100,000,000 requests a second</source>
        <translation>so viele Nutzer mit so kurzer Denkzeit senden mehr als 100.000.000 Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>give them a longer think time, or make them fewer</source>
        <translation>eine längere Denkzeit oder weniger Nutzer einstellen</translation>
    </message>
    <message>
        <source>more than 1,000,000 users need an exponential think time</source>
        <translation>mehr als 1.000.000 Nutzer brauchen eine exponentielle Denkzeit</translation>
    </message>
    <message>
        <source>set the think time to, for example, &quot;exponential 10 s&quot;, or make them fewer</source>
        <translation>die Denkzeit zum Beispiel auf „exponential 10 s“ setzen, oder weniger Nutzer einstellen</translation>
    </message>
    <message>
        <source>their requests could follow each other without any time passing</source>
        <translation>ihre Anfragen könnten aufeinander folgen, ohne dass Zeit vergeht</translation>
    </message>
    <message>
        <source>give them a think time, or wire them over links with a latency</source>
        <translation>eine Denkzeit einstellen oder über Leitungen mit Latenz verbinden</translation>
    </message>
    <message>
        <source>it has no targets, so it rejects every request</source>
        <translation>hat keine Ziele und weist daher jede Anfrage ab</translation>
    </message>
    <message>
        <source>wire it to servers</source>
        <translation>mit Servern verbinden</translation>
    </message>
    <message>
        <source>the weights of its links are all 0, so they say nothing about how to spread requests</source>
        <translation>die Gewichte aller Leitungen sind 0 und sagen nichts über die Verteilung der Anfragen</translation>
    </message>
    <message>
        <source>give at least one of its links a weight above 0</source>
        <translation>mindestens einer Leitung ein Gewicht über 0 geben</translation>
    </message>
    <message>
        <source>nothing sends requests</source>
        <translation>nichts sendet Anfragen</translation>
    </message>
    <message>
        <source>add users and wire them to the system</source>
        <translation>Nutzer hinzufügen und mit dem System verbinden</translation>
    </message>
    <message>
        <source>no request ever reaches it</source>
        <translation>keine Anfrage kommt je hier an</translation>
    </message>
    <message>
        <source>wire something that users reach to it, or remove it</source>
        <translation>mit etwas verbinden, das Nutzer erreichen, oder entfernen</translation>
    </message>
    <message>
        <source>a link needs a caller and a callee</source>
        <translation>eine Leitung braucht einen Aufrufer und einen Aufgerufenen</translation>
    </message>
    <message>
        <source>choose two components</source>
        <translation>zwei Komponenten wählen</translation>
    </message>
    <message>
        <source>a component cannot call itself</source>
        <translation>eine Komponente kann sich nicht selbst aufrufen</translation>
    </message>
    <message>
        <source>wire it to another component</source>
        <translation>mit einer anderen Komponente verbinden</translation>
    </message>
    <message>
        <source>they are wired already</source>
        <translation>sind bereits verbunden</translation>
    </message>
    <message>
        <source>change the settings of the link that there is</source>
        <translation>die Einstellungen der vorhandenen Leitung ändern</translation>
    </message>
    <message>
        <source>remove a link of the loop first</source>
        <translation>zuerst eine Leitung der Schleife entfernen</translation>
    </message>
    <message>
        <source>a replica has one primary: remove that link first</source>
        <translation>ein Replikat hat eine einzige Primärdatenbank: zuerst jene Leitung entfernen</translation>
    </message>
    <message>
        <source>only components and areas have names</source>
        <translation>nur Komponenten und Bereiche haben Namen</translation>
    </message>
    <message>
        <source>choose a component or an area</source>
        <translation>eine Komponente oder einen Bereich wählen</translation>
    </message>
    <message>
        <source>another element has this name</source>
        <translation>ein anderes Element trägt diesen Namen</translation>
    </message>
    <message>
        <source>there is no such request class</source>
        <translation>diese Anfrageklasse gibt es nicht</translation>
    </message>
    <message>
        <source>another request class has this name</source>
        <translation>eine andere Anfrageklasse trägt diesen Namen</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Ausfallen lassen</translation>
    </message>
    <message>
        <source>The process dies: open connections are reset at once, new ones refused.</source>
        <translation>Der Prozess stirbt: offene Verbindungen werden sofort zurückgesetzt, neue abgelehnt.</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Hängen lassen</translation>
    </message>
    <message>
        <source>Connections are accepted and never answered.</source>
        <translation>Verbindungen werden angenommen und nie beantwortet.</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Verlangsamen</translation>
    </message>
    <message>
        <source>Works at a part of its speed; 1 is full speed again.</source>
        <translation>Arbeitet mit einem Teil der Geschwindigkeit; 1 ist wieder volle Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Fail requests</source>
        <translation>Anfragen scheitern lassen</translation>
    </message>
    <message>
        <source>A share of the requests fails at once with an error; 0 ends it.</source>
        <translation>Ein Anteil der Anfragen scheitert sofort mit einem Fehler; 0 beendet es.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Stops what still runs, boots and serves again: at full speed, with empty caches.</source>
        <translation>Beendet, was noch läuft, startet und bedient wieder: mit voller Geschwindigkeit und leeren Caches.</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empties a cache.</source>
        <translation>Leert einen Cache.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Packets vanish both ways, without a word to either side.</source>
        <translation>Pakete verschwinden in beide Richtungen, ohne dass eine Seite davon erfährt.</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>A cut link carries packets again; what was held up is sent again.</source>
        <translation>Eine getrennte Leitung überträgt wieder Pakete; Aufgehaltenes wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Change the load</source>
        <translation>Last ändern</translation>
    </message>
    <message>
        <source>Multiplies the traffic of all users, or of those named.</source>
        <translation>Vervielfacht den Verkehr aller oder der genannten Nutzer.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Memory for entries; an entry is as large as its request class&apos;s response.</source>
        <translation>Speicher für Einträge; ein Eintrag ist so groß wie die Antwort seiner Anfrageklasse.</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>How long an entry may be used. 0 keeps entries until they are evicted.</source>
        <translation>Wie lange ein Eintrag genutzt werden darf. 0 behält Einträge, bis sie verdrängt werden.</translation>
    </message>
    <message>
        <source>Eviction</source>
        <translation>Verdrängung</translation>
    </message>
    <message>
        <source>Least recently used</source>
        <translation>Am längsten ungenutzt (LRU)</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Ältester zuerst</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>What goes when the cache is full.</source>
        <translation>Was weicht, wenn der Cache voll ist.</translation>
    </message>
    <message>
        <source>Lookup time</source>
        <translation>Zugriffszeit</translation>
    </message>
    <message>
        <source>CPU work for one lookup, a hit or a miss.</source>
        <translation>CPU-Arbeit für einen Zugriff, ob Treffer oder Fehlgriff.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Lookups at one time.</source>
        <translation>Gleichzeitige Zugriffe.</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Warteplätze</translation>
    </message>
    <message>
        <source>Lookups that may wait; more are rejected.</source>
        <translation>Zugriffe, die warten dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>CPU cores, when it stands on no host.</source>
        <translation>CPU-Kerne, falls auf keinem Host.</translation>
    </message>
    <message>
        <source>Boot time</source>
        <translation>Startdauer</translation>
    </message>
    <message>
        <source>From restart to serving; the cache is then empty.</source>
        <translation>Vom Neustart bis zur Bedienung; der Cache ist dann leer.</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Holds answers by key. Real keys are drawn from each request class&apos;s popularity, so the hit ratio is a result. After a restart it is cold.</source>
        <translation>Hält Antworten nach Schlüssel vor. Echte Schlüssel werden nach der Beliebtheit jeder Anfrageklasse gezogen, die Trefferquote ist also ein Ergebnis. Nach einem Neustart ist der Cache kalt.</translation>
    </message>
    <message>
        <source>How long resolvers keep an answer. With DNS down, names already resolved work until it is over.</source>
        <translation>Wie lange Resolver eine Antwort behalten. Bei ausgefallenem DNS gelten bereits aufgelöste Namen, bis sie abläuft.</translation>
    </message>
    <message>
        <source>Time to answer one question.</source>
        <translation>Zeit für die Antwort auf eine Frage.</translation>
    </message>
    <message>
        <source>From restart to serving.</source>
        <translation>Vom Neustart bis zur Bedienung.</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Answers which addresses a name has. Wire users to it and to their entry points: each answer rotates through the entry points by weight, and resolvers keep it for the time to live.</source>
        <translation>Antwortet, welche Adressen ein Name hat. Nutzer damit und mit ihren Einstiegspunkten verbinden: jede Antwort wechselt reihum nach Gewicht den Einstiegspunkt, und Resolver behalten sie für die Gültigkeitsdauer.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation>Reihum (Round Robin)</translation>
    </message>
    <message>
        <source>Least connections</source>
        <translation>Wenigste Verbindungen</translation>
    </message>
    <message>
        <source>Calls to targets</source>
        <translation>Aufrufe an Ziele</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>How long to wait for a target&apos;s answer. 0 waits for ever. A link&apos;s own timeout goes first.</source>
        <translation>Wie lange auf die Antwort eines Ziels gewartet wird. 0 wartet unbegrenzt. Das Zeitlimit einer Leitung hat Vorrang.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>How often to try again when a target does not accept the request.</source>
        <translation>Wie oft erneut versucht wird, wenn ein Ziel die Anfrage nicht annimmt.</translation>
    </message>
    <message>
        <source>Retry elsewhere</source>
        <translation>Anderswo wiederholen</translation>
    </message>
    <message>
        <source>On: a retry goes to another target at once. Off: to the same target after the retry delay.</source>
        <translation>Ein: eine Wiederholung geht sofort an ein anderes Ziel. Aus: nach der Wartezeit an dasselbe Ziel.</translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation>Wiederholen bei</translation>
    </message>
    <message>
        <source>Refused connections</source>
        <translation>Abgelehnten Verbindungen</translation>
    </message>
    <message>
        <source>Any failure</source>
        <translation>Jedem Fehler</translation>
    </message>
    <message>
        <source>Refused connections are safe to retry; other failures may have done their work already.</source>
        <translation>Abgelehnte Verbindungen lassen sich gefahrlos wiederholen; bei anderen Fehlern kann die Arbeit schon getan sein.</translation>
    </message>
    <message>
        <source>Retry delay</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Wait before trying the same target again.</source>
        <translation>Wartezeit, bevor dasselbe Ziel erneut versucht wird.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Zustandsprüfungen</translation>
    </message>
    <message>
        <source>Active checks</source>
        <translation>Aktive Prüfungen</translation>
    </message>
    <message>
        <source>Ask each target regularly whether it is well.</source>
        <translation>Jedes Ziel regelmäßig fragen, ob es gesund ist.</translation>
    </message>
    <message>
        <source>Check by</source>
        <translation>Prüfen durch</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>A connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>A request must be answered, so it finds a hung target; a connection only shows that the target listens.</source>
        <translation>Eine Anfrage muss beantwortet werden und findet so ein hängendes Ziel; eine Verbindung zeigt nur, dass das Ziel lauscht.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Check timeout</source>
        <translation>Prüfzeitlimit</translation>
    </message>
    <message>
        <source>A check without an answer by then has failed.</source>
        <translation>Eine bis dahin unbeantwortete Prüfung ist gescheitert.</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Bis ausgefallen</translation>
    </message>
    <message>
        <source>Checks that must fail in a row before a target is down.</source>
        <translation>Prüfungen, die in Folge scheitern müssen, bis ein Ziel als ausgefallen gilt.</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Bis bereit</translation>
    </message>
    <message>
        <source>Checks that must pass in a row before a target is up again.</source>
        <translation>Prüfungen, die in Folge gelingen müssen, bis ein Ziel wieder als bereit gilt.</translation>
    </message>
    <message>
        <source>Passive checks</source>
        <translation>Passive Prüfungen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed requests within the fail timeout that take a target out. 0 switches passive checks off.</source>
        <translation>Gescheiterte Anfragen innerhalb der Sperrzeit, die ein Ziel herausnehmen. 0 schaltet passive Prüfungen aus.</translation>
    </message>
    <message>
        <source>Fail timeout</source>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>The window in which failures count, and how long the target then stays out.</source>
        <translation>Das Zeitfenster, in dem Fehler zählen, und wie lange das Ziel dann gesperrt bleibt.</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>CPU work for each request.</source>
        <translation>CPU-Arbeit je Anfrage.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Requests at one time; more are rejected.</source>
        <translation>Gleichzeitige Anfragen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>Spreads requests over the components that it is wired to, and stops sending to those that fail its health checks.</source>
        <translation>Verteilt Anfragen auf die verbundenen Komponenten und sendet nichts mehr an jene, die Zustandsprüfungen nicht bestehen.</translation>
    </message>
    <message>
        <source>Queries at one time; each holds a connection.</source>
        <translation>Gleichzeitige Abfragen; jede belegt eine Verbindung.</translation>
    </message>
    <message>
        <source>Queries that may wait for a connection; more are rejected.</source>
        <translation>Abfragen, die auf eine Verbindung warten dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>Lesezeit</translation>
    </message>
    <message>
        <source>Write time</source>
        <translation>Schreibzeit</translation>
    </message>
    <message>
        <source>CPU work of a write; its replicas do the same work when they apply it.</source>
        <translation>CPU-Arbeit für einen Schreibzugriff; Replikate leisten dieselbe Arbeit, wenn sie ihn nachvollziehen.</translation>
    </message>
    <message>
        <source>Disk time</source>
        <translation>Plattenzeit</translation>
    </message>
    <message>
        <source>Time in which a query waits for the disk without using CPU.</source>
        <translation>Zeit, in der eine Abfrage auf die Platte wartet, ohne CPU zu nutzen.</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>Asynchron</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Relational database</source>
        <translation>Relationale Datenbank</translation>
    </message>
    <message>
        <source>Answers reads and writes. Wire it to another database to make that a read replica: callers wired to replicas send them their reads, and writes go to the primary.</source>
        <translation>Beantwortet Lese- und Schreibzugriffe. Eine Leitung zu einer anderen Datenbank macht diese zum Lesereplikat: Aufrufer mit Leitungen zu Replikaten lesen dort, Schreibzugriffe gehen an die Primärdatenbank.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Requests that may wait for a worker; more are rejected.</source>
        <translation>Anfragen, die auf einen Worker warten dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>CPU work for each request, on the host&apos;s cores, times the request class&apos;s cost.</source>
        <translation>CPU-Arbeit je Anfrage auf den Kernen des Hosts, mal dem Aufwand der Anfrageklasse.</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Takes a worker for each request, uses CPU, calls what it is wired to and answers. Requests beyond its workers wait in a bounded backlog.</source>
        <translation>Belegt je Anfrage einen Worker, nutzt CPU, ruft die verbundenen Komponenten auf und antwortet. Anfragen über die Worker hinaus warten auf begrenzten Warteplätzen.</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Open loop: a rate</source>
        <translation>Offen: Rate</translation>
    </message>
    <message>
        <source>Closed loop: a population</source>
        <translation>Geschlossen: Nutzerzahl</translation>
    </message>
    <message>
        <source>Open: requests come at a rate, however slow the answers. Closed: each user waits for the answer, thinks, and asks again.</source>
        <translation>Offen: Anfragen kommen mit einer Rate, wie langsam die Antworten auch sind. Geschlossen: jeder Nutzer wartet auf die Antwort, denkt nach und fragt erneut.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Requests per second, before the load slider.</source>
        <translation>Anfragen pro Sekunde, vor dem Lastregler.</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Random (Poisson)</source>
        <translation>Zufällig (Poisson)</translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>How many users there are.</source>
        <translation>Wie viele Nutzer es gibt.</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>Denkzeit</translation>
    </message>
    <message>
        <source>From receiving an answer to sending the next request.</source>
        <translation>Vom Erhalt einer Antwort bis zum Senden der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>A user gives up after this long; what was asked for is still worked on. 0 waits for ever.</source>
        <translation>So lange wartet ein Nutzer, bevor er aufgibt; das Angefragte wird weiter bearbeitet. 0 wartet unbegrenzt.</translation>
    </message>
    <message>
        <source>How often a user tries again after a failure.</source>
        <translation>Wie oft ein Nutzer es nach einem Fehler erneut versucht.</translation>
    </message>
    <message>
        <source>Wait before each retry.</source>
        <translation>Wartezeit vor jeder Wiederholung.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Access latency</source>
        <translation>Zugangslatenz</translation>
    </message>
    <message>
        <source>One way, from the users to the first component, on links whose latency is &quot;auto&quot;.</source>
        <translation>Je Richtung, von den Nutzern zur ersten Komponente, auf Leitungen mit der Latenz „auto“.</translation>
    </message>
    <message>
        <source>DNS resolvers</source>
        <translation>DNS-Resolver</translation>
    </message>
    <message>
        <source>How many resolver caches the users share; each asks the DNS again when its entry expires.</source>
        <translation>Wie viele Resolver-Caches sich die Nutzer teilen; jeder fragt das DNS erneut, wenn sein Eintrag abläuft.</translation>
    </message>
    <message>
        <source>Send requests: at a rate (open loop), or as a population that waits for answers and thinks (closed loop).</source>
        <translation>Senden Anfragen: mit einer Rate (offen) oder als feste Nutzerzahl, die auf Antworten wartet und nachdenkt (geschlossen).</translation>
    </message>
    <message>
        <source>One way. &quot;auto&quot; takes it from the areas that the link crosses: 0.025 ms on one host, 0.15 ms in a zone, 0.5 ms between zones, 35 ms between regions, unless the areas say otherwise; from users, their access latency.</source>
        <translation>Je Richtung. „auto“ entnimmt sie den Bereichen, die die Leitung quert: 0.025 ms auf einem Host, 0.15 ms in einer Zone, 0.5 ms zwischen Zonen, 35 ms zwischen Regionen, sofern die Bereiche nichts anderes sagen; von Nutzern aus deren Zugangslatenz.</translation>
    </message>
    <message>
        <source>The part of the requests that make this call.</source>
        <translation>Der Teil der Anfragen, der diesen Aufruf macht.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>After a cache miss</source>
        <translation>Nach Cache-Fehlgriff</translation>
    </message>
    <message>
        <source>Automatic: a database is only read after a cache that the same caller is wired to has missed; all else is called always.</source>
        <translation>Automatisch: eine Datenbank wird nur gelesen, wenn ein Cache desselben Aufrufers keinen Treffer hatte; alles andere wird immer aufgerufen.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>Lesen und Schreiben</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>Nur Lesen</translation>
    </message>
    <message>
        <source>Writes only</source>
        <translation>Nur Schreiben</translation>
    </message>
    <message>
        <source>Automatic: caches and read replicas get reads, their primary gets writes (and reads if no replica is wired), all else gets both.</source>
        <translation>Automatisch: Caches und Lesereplikate erhalten Lesezugriffe, ihre Primärdatenbank Schreibzugriffe (und Lesezugriffe, wenn kein Replikat verbunden ist), alles andere beides.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Relative part among alternatives: a balancer&apos;s targets, users&apos; entry points, read replicas.</source>
        <translation>Relativer Anteil unter Alternativen: Ziele eines Lastverteilers, Einstiegspunkte von Nutzern, Lesereplikate.</translation>
    </message>
    <message>
        <source>Call policy</source>
        <translation>Aufrufregeln</translation>
    </message>
    <message>
        <source>The caller gives up after this long; the callee goes on working. 0 waits for ever; &quot;auto&quot; is the caller&apos;s own timeout, or none.</source>
        <translation>So lange wartet der Aufrufer, bevor er aufgibt; der Aufgerufene arbeitet weiter. 0 wartet unbegrenzt; „auto“ ist das Zeitlimit des Aufrufers oder keines.</translation>
    </message>
    <message>
        <source>Further attempts after a failed one. Users and balancers have their own, used while this is 0.</source>
        <translation>Weitere Versuche nach einem gescheiterten. Nutzer und Lastverteiler haben eigene, die gelten, solange dies 0 ist.</translation>
    </message>
    <message>
        <source>a name may not be empty</source>
        <translation>ein Name darf nicht leer sein</translation>
    </message>
    <message>
        <source>give it a name such as &quot;web-1&quot;</source>
        <translation>einen Namen wie „web-1“ geben</translation>
    </message>
    <message>
        <source>a name may not hold &quot; -&gt; &quot;, which stands for a link</source>
        <translation>ein Name darf nicht „ -&gt; “ enthalten, das für eine Leitung steht</translation>
    </message>
    <message>
        <source>use &quot;-&quot; instead</source>
        <translation>stattdessen „-“ verwenden</translation>
    </message>
    <message>
        <source>a name may not hold &quot;.&quot;, which stands between a name and a setting</source>
        <translation>ein Name darf keinen „.“ enthalten, der zwischen Name und Einstellung steht</translation>
    </message>
    <message>
        <source>a name may not hold control characters</source>
        <translation>ein Name darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>use letters, digits, blanks and &quot;-&quot;</source>
        <translation>Buchstaben, Ziffern, Leerzeichen und „-“ verwenden</translation>
    </message>
    <message>
        <source>a name may not begin or end with a blank</source>
        <translation>ein Name darf nicht mit einem Leerzeichen beginnen oder enden</translation>
    </message>
    <message>
        <source>take the blank away</source>
        <translation>das Leerzeichen entfernen</translation>
    </message>
    <message>
        <source>a name may have at most 60 characters</source>
        <translation>ein Name darf höchstens 60 Zeichen haben</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>einen kürzeren Namen wählen</translation>
    </message>
    <message>
        <source>Relative frequency in the users&apos; mix.</source>
        <translation>Relative Häufigkeit in der Mischung der Nutzer.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Reads may be answered by caches and replicas; writes go to the primary.</source>
        <translation>Lesezugriffe dürfen Caches und Replikate beantworten; Schreibzugriffe gehen an die Primärdatenbank.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What the answer is.</source>
        <translation>Was die Antwort ist.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Multiplies servers&apos; and databases&apos; times.</source>
        <translation>Vervielfacht die Zeiten von Servern und Datenbanken.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the answer, also as an entry of a cache.</source>
        <translation>Größe der Antwort, auch als Eintrag eines Caches.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>How many different things are asked for.</source>
        <translation>Wie viele verschiedene Dinge angefragt werden.</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Beliebtheit</translation>
    </message>
    <message>
        <source>Zipf</source>
        <translation>Zipf</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>Zipf: the k-th most popular key is asked for in proportion to k^-skew. Uniform: all alike.</source>
        <translation>Zipf: der k-beliebteste Schlüssel wird proportional zu k^-Schiefe angefragt. Gleichverteilt: alle gleich oft.</translation>
    </message>
    <message>
        <source>Skew</source>
        <translation>Schiefe</translation>
    </message>
    <message>
        <source>Zipf exponent.</source>
        <translation>Zipf-Exponent.</translation>
    </message>
    <message>
        <source>write a time, an action and its target, such as &quot;20s kill web-1&quot;, &quot;30s slow web-1 0.5&quot; or &quot;10s load 2&quot;</source>
        <translation>eine Zeit, eine Aktion und ihr Ziel schreiben, etwa „20s kill web-1“, „30s slow web-1 0.5“ oder „10s load 2“</translation>
    </message>
    <message>
        <source>name a component, an area, or a link as &quot;caller -&gt; callee&quot;</source>
        <translation>eine Komponente, einen Bereich oder eine Leitung als „Aufrufer -&gt; Aufgerufener“ nennen</translation>
    </message>
    <message>
        <source>the time of a step is counted from the start of the run</source>
        <translation>die Zeit eines Schritts zählt ab Beginn des Laufs</translation>
    </message>
    <message>
        <source>choose a time from 0 to a year</source>
        <translation>eine Zeit von 0 bis zu einem Jahr wählen</translation>
    </message>
    <message>
        <source>the action is missing</source>
        <translation>die Aktion fehlt</translation>
    </message>
    <message>
        <source>it has no settings</source>
        <translation>hat keine Einstellungen</translation>
    </message>
    <message>
        <source>split it into several architectures</source>
        <translation>in mehrere Architekturen aufteilen</translation>
    </message>
    <message>
        <source>two elements have the same identity</source>
        <translation>zwei Elemente haben dieselbe Kennung</translation>
    </message>
    <message>
        <source>save the architecture and open it again</source>
        <translation>die Architektur speichern und erneut öffnen</translation>
    </message>
    <message>
        <source>rename one of them</source>
        <translation>eines davon umbenennen</translation>
    </message>
    <message>
        <source>it lies outside of the canvas, or has no size</source>
        <translation>liegt außerhalb der Zeichenfläche oder hat keine Größe</translation>
    </message>
    <message>
        <source>give it another place</source>
        <translation>an einen anderen Ort setzen</translation>
    </message>
    <message>
        <source>the area that it lies in does not exist</source>
        <translation>der umgebende Bereich existiert nicht</translation>
    </message>
    <message>
        <source>move it to where it belongs</source>
        <translation>an den richtigen Ort verschieben</translation>
    </message>
    <message>
        <source>it lies within itself, by way of the areas around it</source>
        <translation>liegt über die umgebenden Bereiche in sich selbst</translation>
    </message>
    <message>
        <source>move it out of them</source>
        <translation>aus ihnen herausbewegen</translation>
    </message>
    <message>
        <source>it lies within more than 15 others</source>
        <translation>liegt in mehr als 15 anderen</translation>
    </message>
    <message>
        <source>take some of the areas around it away</source>
        <translation>einige der umgebenden Bereiche entfernen</translation>
    </message>
    <message>
        <source>a link leads from or to a component that does not exist</source>
        <translation>eine Leitung führt von oder zu einer Komponente, die nicht existiert</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>remove the link</source>
        <translation>die Leitung entfernen</translation>
    </message>
    <message>
        <source>these components are wired twice</source>
        <translation>diese Komponenten sind doppelt verbunden</translation>
    </message>
    <message>
        <source>remove one of the links</source>
        <translation>eine der Leitungen entfernen</translation>
    </message>
    <message>
        <source>all request classes have weight 0, so there is nothing to ask for</source>
        <translation>alle Anfrageklassen haben das Gewicht 0, es gibt also nichts anzufragen</translation>
    </message>
    <message>
        <source>give at least one request class a weight above 0</source>
        <translation>mindestens einer Anfrageklasse ein Gewicht über 0 geben</translation>
    </message>
    <message>
        <source>its time is out of range</source>
        <translation>die Zeit liegt außerhalb des erlaubten Bereichs</translation>
    </message>
    <message>
        <source>it comes before the step above it</source>
        <translation>kommt vor dem Schritt darüber</translation>
    </message>
    <message>
        <source>put the steps in order of time</source>
        <translation>die Schritte zeitlich ordnen</translation>
    </message>
    <message>
        <source>name users, or nothing to change the load of all</source>
        <translation>Nutzer nennen, oder nichts, um die Last aller zu ändern</translation>
    </message>
    <message>
        <source>name a component that serves requests; for users, change the load</source>
        <translation>eine Komponente nennen, die Anfragen bedient; für Nutzer die Last ändern</translation>
    </message>
    <message>
        <source>name a component, an area or a link</source>
        <translation>eine Komponente, einen Bereich oder eine Leitung nennen</translation>
    </message>
    <message>
        <source>name another target</source>
        <translation>ein anderes Ziel nennen</translation>
    </message>
    <message>
        <source>name a component or an area</source>
        <translation>eine Komponente oder einen Bereich nennen</translation>
    </message>
    <message>
        <source>name a link as &quot;caller -&gt; callee&quot;</source>
        <translation>eine Leitung als „Aufrufer -&gt; Aufgerufener“ nennen</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Lost on the way: %1</source>
        <translation>Unterwegs verloren: %1</translation>
    </message>
    <message>
        <source>Not let through by a circuit breaker: %1</source>
        <translation>Von einer Sicherung nicht durchgelassen: %1</translation>
    </message>
    <message>
        <source>Shed to protect the rest: %1</source>
        <translation>Zum Schutz der übrigen abgeworfen: %1</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation>Zurückgezogen: %1</translation>
    </message>
    <message>
        <source>%1 lost nodes (%2): %3 connections reset</source>
        <translation>%1 verlor Knoten (%2): %3 Verbindungen zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 no longer leaks memory</source>
        <translation>%1 verliert keinen Speicher mehr</translation>
    </message>
    <message>
        <source>%1 leaks %2 MiB of memory per second</source>
        <translation>%1 verliert %2 MiB Speicher pro Sekunde</translation>
    </message>
    <message>
        <source>%1 is drained: balancers send it nothing new</source>
        <translation>%1 läuft leer: Lastverteiler senden nichts Neues mehr</translation>
    </message>
    <message>
        <source>%1 takes requests from balancers again</source>
        <translation>%1 nimmt wieder Anfragen von Lastverteilern an</translation>
    </message>
    <message>
        <source>%1 set to %2 instances</source>
        <translation>%1 auf %2 Instanzen gesetzt</translation>
    </message>
    <message>
        <source>%1 no longer delayed</source>
        <translation>%1 nicht mehr verzögert</translation>
    </message>
    <message>
        <source>%1 delayed by %2 ms each way</source>
        <translation>%1 um %2 ms je Richtung verzögert</translation>
    </message>
    <message>
        <source>%1 loses no more messages</source>
        <translation>%1 verliert keine Nachrichten mehr</translation>
    </message>
    <message>
        <source>%1 loses %2 % of its messages</source>
        <translation>%1 verliert %2 % der Nachrichten</translation>
    </message>
    <message>
        <source>%1 no longer throttled</source>
        <translation>%1 nicht mehr gedrosselt</translation>
    </message>
    <message>
        <source>%1 throttled to %2 Mbit/s</source>
        <translation>%1 auf %2 Mbit/s gedrosselt</translation>
    </message>
    <message>
        <source>%1 cut off by a network partition</source>
        <translation>%1 durch eine Netzteilung abgeschnitten</translation>
    </message>
    <message>
        <source>%1 has its network back</source>
        <translation>%1 ist wieder am Netz</translation>
    </message>
    <message>
        <source>%1 killed, as its machine ran out of memory: %2 connections reset</source>
        <translation>%1 beendet, da der Speicher der Maschine erschöpft war: %2 Verbindungen zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 runs with %2 instances</source>
        <translation>%1 läuft mit %2 Instanzen</translation>
    </message>
    <message>
        <source>%1 opened its circuit breaker towards %2 after %3 failures</source>
        <translation>%1 öffnete die Sicherung zu %2 nach %3 Fehlern</translation>
    </message>
    <message>
        <source>%1 closed its circuit breaker towards %2</source>
        <translation>%1 schloss die Sicherung zu %2</translation>
    </message>
    <message>
        <source>%1 is held for lost: a replica is elected</source>
        <translation>%1 gilt als verloren: ein Replikat wird gewählt</translation>
    </message>
    <message>
        <source>%1 is the primary now; acknowledged writes lost: %2</source>
        <translation>%1 ist nun die Primärdatenbank; bestätigte Schreibzugriffe verloren: %2</translation>
    </message>
    <message>
        <source>The standby of %1 took over its address</source>
        <translation>Der Ersatz von %1 hat die Adresse übernommen</translation>
    </message>
    <message>
        <source>%1 gives up messages, the first after %2 deliveries</source>
        <translation>%1 gibt Nachrichten auf, die erste nach %2 Zustellungen</translation>
    </message>
    <message>
        <source>%1 rejects what is over its rate limit</source>
        <translation>%1 weist ab, was über der Ratengrenze liegt</translation>
    </message>
    <message>
        <source>%1 is within its rate limit again: it rejected %2</source>
        <translation>%1 liegt wieder unter der Ratengrenze: abgewiesen wurden %2</translation>
    </message>
    <message>
        <source>A node of %1 is held for dead; %2 live</source>
        <translation>Ein Knoten von %1 gilt als ausgefallen; %2 laufen</translation>
    </message>
    <message>
        <source>A node of %1 is back; %2 live</source>
        <translation>Ein Knoten von %1 ist zurück; %2 laufen</translation>
    </message>
    <message>
        <source>%1 handed over %2 writes to a node that is back</source>
        <translation>%1 übergab %2 Schreibzugriffe an einen zurückgekehrten Knoten</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Shared by all that stands on the host.</source>
        <translation>Geteilt von allem, was auf dem Host steht.</translation>
    </message>
    <message>
        <source>When used up</source>
        <translation>Wenn erschöpft</translation>
    </message>
    <message>
        <source>Kill the largest</source>
        <translation>Größten beenden</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Auslagern</translation>
    </message>
    <message>
        <source>The process that uses most is killed, or everything on the host slows down to a tenth.</source>
        <translation>Der Prozess mit dem größten Verbrauch wird beendet, oder alles auf dem Host läuft nur noch mit einem Zehntel der Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Price per hour</source>
        <translation>Preis je Stunde</translation>
    </message>
    <message>
        <source>Of the machine; what stands on it then costs nothing of its own.</source>
        <translation>Der Maschine; was auf ihr steht, kostet dann selbst nichts.</translation>
    </message>
    <message>
        <source>Kill nodes</source>
        <translation>Knoten ausfallen lassen</translation>
    </message>
    <message>
        <source>So many nodes of a cluster die, the first ones that live; a restart brings all back.</source>
        <translation>So viele Knoten eines Clusters fallen aus, die ersten, die laufen; ein Neustart bringt alle zurück.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Leak memory</source>
        <translation>Speicher verlieren</translation>
    </message>
    <message>
        <source>Memory is lost every second until a restart; 0 ends the leak.</source>
        <translation>Jede Sekunde geht Speicher verloren, bis zum Neustart; 0 beendet es.</translation>
    </message>
    <message>
        <source>MiB per second</source>
        <translation>MiB pro Sekunde</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Leerlaufen lassen</translation>
    </message>
    <message>
        <source>Balancers send it nothing new, and it finishes what it has; 0 takes it in again.</source>
        <translation>Lastverteiler senden nichts Neues, und Begonnenes wird beendet; 0 nimmt es wieder auf.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Sets the number of instances, at once.</source>
        <translation>Setzt die Zahl der Instanzen, sofort.</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögern</translation>
    </message>
    <message>
        <source>Every message takes longer, each way; 0 ends it.</source>
        <translation>Jede Nachricht braucht länger, in jeder Richtung; 0 beendet es.</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Lose messages</source>
        <translation>Nachrichten verlieren</translation>
    </message>
    <message>
        <source>A share of the messages is lost and has to be sent again; 0 ends it.</source>
        <translation>Ein Anteil der Nachrichten geht verloren und muss erneut gesendet werden; 0 beendet es.</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Drosseln</translation>
    </message>
    <message>
        <source>Bounds the bandwidth, each way; 0 ends it.</source>
        <translation>Begrenzt die Bandbreite, in jeder Richtung; 0 beendet es.</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>A network partition: packets between it and all outside of it vanish both ways.</source>
        <translation>Eine Netzteilung: Pakete zwischen ihm und allem außerhalb verschwinden in beide Richtungen.</translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation>Wieder verbinden</translation>
    </message>
    <message>
        <source>Ends the partition; what was held up is sent again.</source>
        <translation>Beendet die Netzteilung; Aufgehaltenes wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Coalescing</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>While one caller fetches a missing key, others who ask for it wait for the answer instead of fetching it too.</source>
        <translation>Während ein Aufrufer einen fehlenden Schlüssel holt, warten andere, die danach fragen, auf die Antwort, statt ihn auch zu holen.</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Wartefrist</translation>
    </message>
    <message>
        <source>How long others wait for one caller&apos;s fetch before the next of them may fetch.</source>
        <translation>Wie lange andere auf das Holen durch einen Aufrufer warten, bevor der nächste von ihnen holen darf.</translation>
    </message>
    <message>
        <source>Points of presence</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Places with a cache of their own; each user belongs to one of them.</source>
        <translation>Orte mit eigenem Cache; jeder Nutzer gehört zu einem davon.</translation>
    </message>
    <message>
        <source>Of the cache at each point of presence.</source>
        <translation>Des Caches an jedem Standort.</translation>
    </message>
    <message>
        <source>How long a copy may be used. 0 keeps copies until they are evicted.</source>
        <translation>Wie lange eine Kopie genutzt werden darf. 0 behält Kopien, bis sie verdrängt werden.</translation>
    </message>
    <message>
        <source>What goes when a cache is full.</source>
        <translation>Was weicht, wenn ein Cache voll ist.</translation>
    </message>
    <message>
        <source>Requests that miss the same object at the same place at the same time wait for one fetch.</source>
        <translation>Anfragen, denen am selben Ort zur selben Zeit dasselbe Objekt fehlt, warten auf ein gemeinsames Holen.</translation>
    </message>
    <message>
        <source>To find an object or a miss.</source>
        <translation>Um ein Objekt zu finden oder sein Fehlen festzustellen.</translation>
    </message>
    <message>
        <source>Origin timeout</source>
        <translation>Zeitlimit des Ursprungs</translation>
    </message>
    <message>
        <source>How long to wait for the origin. 0 waits for ever. A link&apos;s own timeout goes first.</source>
        <translation>Wie lange auf den Ursprung gewartet wird. 0 wartet unbegrenzt. Das Zeitlimit einer Leitung hat Vorrang.</translation>
    </message>
    <message>
        <source>From restart to serving; its caches are then empty.</source>
        <translation>Vom Neustart bis zur Bedienung; die Caches sind dann leer.</translation>
    </message>
    <message>
        <source>Per gigabyte</source>
        <translation>Je Gigabyte</translation>
    </message>
    <message>
        <source>Of answers sent to users.</source>
        <translation>Der Antworten an Nutzer.</translation>
    </message>
    <message>
        <source>CDN</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>Answers cacheable requests from caches near the users, and fetches the rest from its origin: what it is wired to. Users wired to a CDN and to something else send it what is cacheable.</source>
        <translation>Beantwortet cachebare Anfragen aus Caches nahe den Nutzern und holt den Rest von seinem Ursprung: dem, womit es verbunden ist. Nutzer, die mit einem CDN und mit anderem verbunden sind, senden ihm, was cachebar ist.</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>By weight, in turn</source>
        <translation>Reihum nach Gewicht</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>First that is up</source>
        <translation>Erster, der bereit ist</translation>
    </message>
    <message>
        <source>Which entry point an answer names: in turn by the weights of the users&apos; links, the one with the least latency, or the first one wired.</source>
        <translation>Welchen Einstiegspunkt eine Antwort nennt: reihum nach den Gewichten der Leitungen der Nutzer, den mit der geringsten Latenz oder den zuerst verbundenen.</translation>
    </message>
    <message>
        <source>Leaves entry points out of answers that do not accept connections.</source>
        <translation>Lässt Einstiegspunkte, die keine Verbindungen annehmen, aus den Antworten weg.</translation>
    </message>
    <message>
        <source>Between two checks.</source>
        <translation>Zwischen zwei Prüfungen.</translation>
    </message>
    <message>
        <source>Checks in a row that change the verdict.</source>
        <translation>Prüfungen in Folge, die das Urteil ändern.</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Time that it takes to answer, however many ask; it has no queue that one could see.</source>
        <translation>Zeit bis zur Antwort, wie viele auch fragen; eine Warteschlange ist von außen nicht zu sehen.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The part of the requests that it answers with an error.</source>
        <translation>Der Teil der Anfragen, die mit einem Fehler beantwortet werden.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratengrenze</translation>
    </message>
    <message>
        <source>Requests per second that it takes for long; more are rejected. 0: no limit.</source>
        <translation>Anfragen pro Sekunde, die es auf Dauer annimmt; weitere werden abgewiesen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>So many may come at once.</source>
        <translation>So viele dürfen auf einmal kommen.</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>Erholungsdauer</translation>
    </message>
    <message>
        <source>External service</source>
        <translation>Externer Dienst</translation>
    </message>
    <message>
        <source>A service of somebody else, such as payments: it answers after a random time, and sometimes not.</source>
        <translation>Ein fremder Dienst, etwa für Zahlungen: er antwortet nach zufälliger Zeit, und manchmal nicht.</translation>
    </message>
    <message>
        <source>Inspection time</source>
        <translation>Prüfdauer</translation>
    </message>
    <message>
        <source>CPU work to inspect a request.</source>
        <translation>CPU-Arbeit, um eine Anfrage zu prüfen.</translation>
    </message>
    <message>
        <source>Blocked share</source>
        <translation>Blockierter Anteil</translation>
    </message>
    <message>
        <source>The part of the requests that its rules block, at random: they are rejected.</source>
        <translation>Der Teil der Anfragen, den die Regeln blockieren, zufällig gewählt: sie werden abgewiesen.</translation>
    </message>
    <message>
        <source>Limit per user</source>
        <translation>Grenze je Nutzer</translation>
    </message>
    <message>
        <source>Requests per second that one user may send for long; more are rejected. 0: no limit.</source>
        <translation>Anfragen pro Sekunde, die ein Nutzer auf Dauer senden darf; weitere werden abgewiesen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Burst per user</source>
        <translation>Spitze je Nutzer</translation>
    </message>
    <message>
        <source>So many of a user may come at once.</source>
        <translation>So viele eines Nutzers dürfen auf einmal kommen.</translation>
    </message>
    <message>
        <source>Size of the table of connections; when it is full, more are rejected.</source>
        <translation>Größe der Verbindungstabelle; ist sie voll, werden weitere abgewiesen.</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Inspects each request, blocks bad ones and users who send too many, and passes the rest on to what it is wired to, by weight.</source>
        <translation>Prüft jede Anfrage, blockiert schlechte sowie Nutzer, die zu viele senden, und leitet den Rest nach Gewicht an die verbundenen Komponenten weiter.</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>Time to start an instance when no idle one is there; the request that needs it waits.</source>
        <translation>Zeit, um eine Instanz zu starten, wenn keine freie da ist; die Anfrage, die sie braucht, wartet.</translation>
    </message>
    <message>
        <source>Kept warm</source>
        <translation>Warm gehalten</translation>
    </message>
    <message>
        <source>How long an idle instance is kept.</source>
        <translation>Wie lange eine freie Instanz behalten wird.</translation>
    </message>
    <message>
        <source>Provisioned</source>
        <translation>Vorgehalten</translation>
    </message>
    <message>
        <source>Instances that are always warm.</source>
        <translation>Instanzen, die immer warm sind.</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>CPU work for each request, on the instance&apos;s own CPU, times the request class&apos;s cost.</source>
        <translation>CPU-Arbeit je Anfrage auf der eigenen CPU der Instanz, mal dem Aufwand der Anfrageklasse.</translation>
    </message>
    <message>
        <source>Time in which the request waits without using CPU.</source>
        <translation>Zeit, in der die Anfrage wartet, ohne CPU zu nutzen.</translation>
    </message>
    <message>
        <source>How a request calls what the function is wired to.</source>
        <translation>Wie eine Anfrage aufruft, womit die Funktion verbunden ist.</translation>
    </message>
    <message>
        <source>A request that runs longer is stopped with an error. 0: never.</source>
        <translation>Eine Anfrage, die länger läuft, wird mit einem Fehler abgebrochen. 0: nie.</translation>
    </message>
    <message>
        <source>Of an instance; it is what time is charged for.</source>
        <translation>Einer Instanz; nach ihm wird die Zeit berechnet.</translation>
    </message>
    <message>
        <source>Per gigabyte-second</source>
        <translation>Je Gigabyte-Sekunde</translation>
    </message>
    <message>
        <source>Memory times running time.</source>
        <translation>Speicher mal Laufzeit.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Serverless: each request has an instance of its own; a new one takes a cold start. It grows at once, up to its concurrency, and costs by use.</source>
        <translation>Serverlos: jede Anfrage hat eine eigene Instanz; eine neue braucht einen Kaltstart. Sie wächst sofort, bis zu ihrer Gleichzeitigkeit, und kostet nach Nutzung.</translation>
    </message>
    <message>
        <source>Requests per second that a token bucket lets through for long; more are rejected. 0: no limit.</source>
        <translation>Anfragen pro Sekunde, die ein Token-Bucket auf Dauer durchlässt; weitere werden abgewiesen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Size of the token bucket: so many may come at once.</source>
        <translation>Größe des Token-Buckets: so viele dürfen auf einmal kommen.</translation>
    </message>
    <message>
        <source>Limit for</source>
        <translation>Grenze für</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Each user</source>
        <translation>Jeden Nutzer</translation>
    </message>
    <message>
        <source>One bucket, or one for each user.</source>
        <translation>Ein Bucket, oder einer für jeden Nutzer.</translation>
    </message>
    <message>
        <source>Authentication time</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>CPU work to check each request.</source>
        <translation>CPU-Arbeit, um jede Anfrage zu prüfen.</translation>
    </message>
    <message>
        <source>Requests at one time; more are shed.</source>
        <translation>Gleichzeitige Anfragen; weitere werden abgeworfen.</translation>
    </message>
    <message>
        <source>Shed above</source>
        <translation>Abwerfen ab</translation>
    </message>
    <message>
        <source>From this part of the concurrency on, requests of the lowest priorities are shed first: the share of the rest that is in use is the priority (of 9) below which all are shed.</source>
        <translation>Ab diesem Teil der Gleichzeitigkeit werden zuerst Anfragen der niedrigsten Prioritäten abgeworfen: der belegte Anteil des Rests ist die Priorität (von 9), unter der alle abgeworfen werden.</translation>
    </message>
    <message>
        <source>How long to wait for an answer. 0 waits for ever. A link&apos;s own timeout goes first.</source>
        <translation>Wie lange auf eine Antwort gewartet wird. 0 wartet unbegrenzt. Das Zeitlimit einer Leitung hat Vorrang.</translation>
    </message>
    <message>
        <source>API gateway</source>
        <translation>API-Gateway</translation>
    </message>
    <message>
        <source>Checks each request, limits their rate by token buckets, sheds load, and passes the rest on to one of the components that it is wired to, by weight.</source>
        <translation>Prüft jede Anfrage, begrenzt ihre Rate durch Token-Buckets, wirft Last ab und leitet den Rest nach Gewicht an eine der verbundenen Komponenten weiter.</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Batches at one time.</source>
        <translation>Gleichzeitige Stapel.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>At most so many requests are worked on together.</source>
        <translation>Höchstens so viele Anfragen werden gemeinsam bearbeitet.</translation>
    </message>
    <message>
        <source>Batch wait</source>
        <translation>Stapelwartezeit</translation>
    </message>
    <message>
        <source>How long the first request of a batch waits for more to fill it.</source>
        <translation>Wie lange die erste Anfrage eines Stapels auf weitere wartet, die ihn füllen.</translation>
    </message>
    <message>
        <source>Time per batch</source>
        <translation>Zeit je Stapel</translation>
    </message>
    <message>
        <source>What a batch takes however large it is.</source>
        <translation>Was ein Stapel braucht, wie groß er auch ist.</translation>
    </message>
    <message>
        <source>Time per request</source>
        <translation>Zeit je Anfrage</translation>
    </message>
    <message>
        <source>What each request of a batch adds, times its class&apos;s cost.</source>
        <translation>Was jede Anfrage eines Stapels hinzufügt, mal dem Aufwand ihrer Klasse.</translation>
    </message>
    <message>
        <source>Requests that may wait; more are rejected.</source>
        <translation>Anfragen, die warten dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>From restart to serving: the model has to be loaded.</source>
        <translation>Vom Neustart bis zur Bedienung: das Modell muss geladen werden.</translation>
    </message>
    <message>
        <source>Inference server</source>
        <translation>Inferenzserver</translation>
    </message>
    <message>
        <source>Serves a model on accelerators: requests are gathered in batches, which cost little more than one.</source>
        <translation>Bedient ein Modell auf Beschleunigern: Anfragen werden zu Stapeln gesammelt, die kaum mehr kosten als eine.</translation>
    </message>
    <message>
        <source>Best of random choices</source>
        <translation>Beste von Zufallswahl</translation>
    </message>
    <message>
        <source>Hash of the user</source>
        <translation>Hash des Nutzers</translation>
    </message>
    <message>
        <source>Hash of the key</source>
        <translation>Hash des Schlüssels</translation>
    </message>
    <message>
        <source>Least response time</source>
        <translation>Kürzeste Antwortzeit</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>How many targets are drawn at random; the one with fewest requests gets the next.</source>
        <translation>Wie viele Ziele zufällig gezogen werden; das mit den wenigsten Anfragen erhält die nächste.</translation>
    </message>
    <message>
        <source>Sticky sessions</source>
        <translation>Feste Zuordnung</translation>
    </message>
    <message>
        <source>A user stays with the target of his first request while it is up.</source>
        <translation>Ein Nutzer bleibt beim Ziel seiner ersten Anfrage, solange es bereit ist.</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>Verbindungszeitlimit</translation>
    </message>
    <message>
        <source>How long to wait until a target accepts the connection; then it counts as refused. 0 waits for ever.</source>
        <translation>Wie lange gewartet wird, bis ein Ziel die Verbindung annimmt; danach gilt sie als abgelehnt. 0 wartet unbegrenzt.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Slow start</source>
        <translation>Sanfter Anlauf</translation>
    </message>
    <message>
        <source>A target that comes back gets a share of its requests that grows from a tenth to all in this time.</source>
        <translation>Ein Ziel, das zurückkehrt, erhält in dieser Zeit einen Anteil seiner Anfragen, der von einem Zehntel auf alle wächst.</translation>
    </message>
    <message>
        <source>Connections each</source>
        <translation>Verbindungen je Ziel</translation>
    </message>
    <message>
        <source>Requests at one time to each target; more wait in the balancer. 0: no limit.</source>
        <translation>Gleichzeitige Anfragen an jedes Ziel; weitere warten im Lastverteiler. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Queue timeout</source>
        <translation>Wartezeitlimit</translation>
    </message>
    <message>
        <source>A request that waits longer for a free target is rejected. 0 lets it wait for ever.</source>
        <translation>Eine Anfrage, die länger auf ein freies Ziel wartet, wird abgewiesen. 0 lässt sie unbegrenzt warten.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>A second balancer takes over the address when this one dies.</source>
        <translation>Ein zweiter Lastverteiler übernimmt die Adresse, wenn dieser ausfällt.</translation>
    </message>
    <message>
        <source>Takeover</source>
        <translation>Übernahme</translation>
    </message>
    <message>
        <source>From the death until the standby answers. It knows nothing of its targets then.</source>
        <translation>Vom Ausfall, bis der Ersatz antwortet. Er weiß dann nichts über seine Ziele.</translation>
    </message>
    <message>
        <source>Data model</source>
        <translation>Datenmodell</translation>
    </message>
    <message>
        <source>Key-value</source>
        <translation>Schlüssel-Wert</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Wide column</source>
        <translation>Breite Spalten</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Multiplies its times: a key-value pair costs 1, a document 2, a wide row 1.5, a step in a graph 3. A join costs the caller one lookup for each row; a graph walks them by itself.</source>
        <translation>Vervielfacht die Zeiten: ein Schlüssel-Wert-Paar kostet 1, ein Dokument 2, eine breite Zeile 1,5, ein Schritt im Graphen 3. Ein Join kostet den Aufrufer einen Zugriff je Zeile; ein Graph geht sie selbst ab.</translation>
    </message>
    <message>
        <source>Machines of the cluster. Each holds an equal part of a ring of keys.</source>
        <translation>Maschinen des Clusters. Jede hält einen gleichen Teil eines Rings von Schlüsseln.</translation>
    </message>
    <message>
        <source>Copies (N)</source>
        <translation>Kopien (N)</translation>
    </message>
    <message>
        <source>How many nodes hold each key: the one whose part it is in, and the next ones on the ring.</source>
        <translation>Wie viele Knoten jeden Schlüssel halten: der, in dessen Teil er liegt, und die nächsten auf dem Ring.</translation>
    </message>
    <message>
        <source>Read quorum (R)</source>
        <translation>Lesequorum (R)</translation>
    </message>
    <message>
        <source>A read is answered after so many nodes answered. R + W &gt; N reads what was written last.</source>
        <translation>Ein Lesezugriff wird beantwortet, nachdem so viele Knoten geantwortet haben. R + W &gt; N liest das zuletzt Geschriebene.</translation>
    </message>
    <message>
        <source>Write quorum (W)</source>
        <translation>Schreibquorum (W)</translation>
    </message>
    <message>
        <source>A write is answered after so many nodes have it; it is sent to all N.</source>
        <translation>Ein Schreibzugriff wird beantwortet, nachdem ihn so viele Knoten haben; gesendet wird er an alle N.</translation>
    </message>
    <message>
        <source>Reads ask</source>
        <translation>Lesen fragt</translation>
    </message>
    <message>
        <source>R nodes</source>
        <translation>R Knoten</translation>
    </message>
    <message>
        <source>All N nodes</source>
        <translation>Alle N Knoten</translation>
    </message>
    <message>
        <source>Ask as many nodes as must answer, or all and take the first answers.</source>
        <translation>So viele Knoten fragen, wie antworten müssen, oder alle, und die ersten Antworten nehmen.</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>How long a node is silent before the others hold it for dead and ask it no more.</source>
        <translation>Wie lange ein Knoten schweigt, bevor ihn die anderen für ausgefallen halten und nicht mehr fragen.</translation>
    </message>
    <message>
        <source>Hinted hand-off</source>
        <translation>Hinterlegte Zugriffe</translation>
    </message>
    <message>
        <source>Writes for a dead node are kept by another one and handed over when it is back.</source>
        <translation>Schreibzugriffe für einen ausgefallenen Knoten bewahrt ein anderer auf und übergibt sie, wenn er zurück ist (Hinted Handoff).</translation>
    </message>
    <message>
        <source>Hint window</source>
        <translation>Hinterlegungsfrist</translation>
    </message>
    <message>
        <source>How long after a node&apos;s death hints are kept for it.</source>
        <translation>Wie lange nach dem Ausfall eines Knotens für ihn hinterlegt wird.</translation>
    </message>
    <message>
        <source>Sloppy quorum</source>
        <translation>Lockeres Quorum</translation>
    </message>
    <message>
        <source>A hint counts towards the write quorum.</source>
        <translation>Eine Hinterlegung zählt zum Schreibquorum.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>CPU work of a node for a read.</source>
        <translation>CPU-Arbeit eines Knotens für einen Lesezugriff.</translation>
    </message>
    <message>
        <source>CPU work of a node for a write.</source>
        <translation>CPU-Arbeit eines Knotens für einen Schreibzugriff.</translation>
    </message>
    <message>
        <source>Time in which it waits for the disk without using CPU.</source>
        <translation>Zeit, in der er auf die Platte wartet, ohne CPU zu nutzen.</translation>
    </message>
    <message>
        <source>Latency between nodes</source>
        <translation>Latenz zwischen Knoten</translation>
    </message>
    <message>
        <source>One way.</source>
        <translation>Je Richtung.</translation>
    </message>
    <message>
        <source>How long a coordinator waits for its quorum.</source>
        <translation>Wie lange ein Koordinator auf sein Quorum wartet.</translation>
    </message>
    <message>
        <source>Operations at one time, of each node.</source>
        <translation>Gleichzeitige Zugriffe je Knoten.</translation>
    </message>
    <message>
        <source>Operations that may wait, of each node; more are rejected.</source>
        <translation>Zugriffe je Knoten, die warten dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>CPU cores of each node.</source>
        <translation>CPU-Kerne je Knoten.</translation>
    </message>
    <message>
        <source>Non-relational database</source>
        <translation>NoSQL-Datenbank</translation>
    </message>
    <message>
        <source>A cluster that spreads keys over nodes and copies each to several of them. Reads and writes wait for a quorum of copies. It knows no joins: the caller looks up row by row.</source>
        <translation>Ein Cluster, der Schlüssel auf Knoten verteilt und jeden auf mehrere kopiert. Lese- und Schreibzugriffe warten auf ein Quorum der Kopien. Joins kennt er nicht: der Aufrufer fragt Zeile für Zeile.</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>Time until an answer begins.</source>
        <translation>Zeit, bis eine Antwort beginnt.</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Of each request: the answer&apos;s (or a write&apos;s) size over it is the time that the transfer takes. 0: no limit.</source>
        <translation>Jeder Anfrage: die Größe der Antwort (oder des Geschriebenen) geteilt durch sie ist die Dauer der Übertragung. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Reads limit</source>
        <translation>Grenze fürs Lesen</translation>
    </message>
    <message>
        <source>Reads per second; more are rejected. 0: no limit.</source>
        <translation>Lesezugriffe pro Sekunde; weitere werden abgewiesen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Writes limit</source>
        <translation>Grenze fürs Schreiben</translation>
    </message>
    <message>
        <source>Writes per second; more are rejected. 0: no limit.</source>
        <translation>Schreibzugriffe pro Sekunde; weitere werden abgewiesen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>The part of the requests that fail at once.</source>
        <translation>Der Teil der Anfragen, die sofort scheitern.</translation>
    </message>
    <message>
        <source>Object store</source>
        <translation>Objektspeicher</translation>
    </message>
    <message>
        <source>Keeps blobs: it takes its time to begin, then flows; the rate of requests is limited.</source>
        <translation>Bewahrt Objekte auf: er lässt sich Zeit für den Anfang, dann fließt es; die Rate der Anfragen ist begrenzt.</translation>
    </message>
    <message>
        <source>Messages that may be kept, those being worked on included; more are rejected.</source>
        <translation>Nachrichten, die aufbewahrt werden dürfen, einschließlich derer in Bearbeitung; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Visibility timeout</source>
        <translation>Bearbeitungsfrist</translation>
    </message>
    <message>
        <source>How long a consumer may take for a message. Then it is delivered again, and what the first consumer did is done twice.</source>
        <translation>Wie lange ein Empfänger für eine Nachricht brauchen darf. Danach wird sie erneut zugestellt, und was der erste tat, wird doppelt getan (Visibility Timeout).</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Nach einem Fehler</translation>
    </message>
    <message>
        <source>Deliver at once</source>
        <translation>Sofort zustellen</translation>
    </message>
    <message>
        <source>Wait for the timeout</source>
        <translation>Frist abwarten</translation>
    </message>
    <message>
        <source>A consumer that fails or dies: the message is delivered again at once, or when the visibility timeout is over.</source>
        <translation>Ein Empfänger scheitert oder fällt aus: die Nachricht wird sofort oder nach Ablauf der Bearbeitungsfrist erneut zugestellt.</translation>
    </message>
    <message>
        <source>Deliveries at most</source>
        <translation>Zustellungen höchstens</translation>
    </message>
    <message>
        <source>After so many, a message becomes a dead letter: it goes to the queue that this one is wired to, or is dropped. 0: no limit.</source>
        <translation>Nach so vielen wird eine Nachricht unzustellbar (Dead Letter): sie geht an die Warteschlange, mit der diese verbunden ist, oder wird verworfen. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stores messages, answers their sender at once, and hands each to one of the workers that it is wired to. Wired to another queue, it sends its dead letters there.</source>
        <translation>Speichert Nachrichten, antwortet ihrem Absender sofort und übergibt jede an einen der verbundenen Worker. Mit einer weiteren Warteschlange verbunden, sendet sie Unzustellbares dorthin.</translation>
    </message>
    <message>
        <source>CPU work of a point read.</source>
        <translation>CPU-Arbeit für einen Einzelzugriff.</translation>
    </message>
    <message>
        <source>Join time</source>
        <translation>Join-Zeit</translation>
    </message>
    <message>
        <source>CPU work of a read whose request class is a join.</source>
        <translation>CPU-Arbeit für einen Lesezugriff, dessen Anfrageklasse ein Join ist.</translation>
    </message>
    <message>
        <source>Row locks</source>
        <translation>Zeilensperren</translation>
    </message>
    <message>
        <source>A write locks its key until it is done; other writes to it wait, and hold their connections.</source>
        <translation>Ein Schreibzugriff sperrt seinen Schlüssel, bis er fertig ist; andere Schreibzugriffe darauf warten und belegen ihre Verbindungen.</translation>
    </message>
    <message>
        <source>Failover</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>When the primary is lost, the replica that has most of its writes becomes the primary; writes that it had not received are lost.</source>
        <translation>Geht die Primärdatenbank verloren, wird das Replikat mit den meisten ihrer Schreibzugriffe zur neuen; Schreibzugriffe, die es nicht erhalten hatte, sind verloren.</translation>
    </message>
    <message>
        <source>How long the primary is silent before it is held for lost.</source>
        <translation>Wie lange die Primärdatenbank schweigt, bevor sie als verloren gilt.</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Beförderung</translation>
    </message>
    <message>
        <source>From the election until the new primary takes writes, once it has applied what it received.</source>
        <translation>Von der Wahl, bis die neue Primärdatenbank Schreibzugriffe annimmt, sobald sie das Erhaltene nachvollzogen hat.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Of one instance, in any currency; the defaults are in US dollars.</source>
        <translation>Einer Instanz, in beliebiger Währung; die Vorgaben sind in US-Dollar.</translation>
    </message>
    <message>
        <source>Per million requests</source>
        <translation>Je Million Anfragen</translation>
    </message>
    <message>
        <source>In any currency; the defaults are in US dollars.</source>
        <translation>In beliebiger Währung; die Vorgaben sind in US-Dollar.</translation>
    </message>
    <message>
        <source>Of its machine, when it stands on no host.</source>
        <translation>Der eigenen Maschine, falls auf keinem Host.</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>In Ruhe</translation>
    </message>
    <message>
        <source>What it takes without any request.</source>
        <translation>Verbrauch ohne jede Anfrage.</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>What each request takes while it is present, also in the backlog.</source>
        <translation>Verbrauch jeder Anfrage, solange sie da ist, auch auf einem Warteplatz.</translation>
    </message>
    <message>
        <source>On a machine of its own: the process that uses most is killed, or everything slows down to a tenth.</source>
        <translation>Auf eigener Maschine: der Prozess mit dem größten Verbrauch wird beendet, oder alles läuft nur noch mit einem Zehntel der Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>It is restarted at once when it dies, by whatever cause.</source>
        <translation>Bei einem Ausfall wird sofort neu gestartet, gleich aus welchem Grund.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>How many alike run. They share one backlog, as if behind an ideal balancer, and fail together.</source>
        <translation>Wie viele gleiche laufen. Sie teilen sich die Warteplätze, wie hinter einem idealen Lastverteiler, und fallen gemeinsam aus.</translation>
    </message>
    <message>
        <source>Autoscaling</source>
        <translation>Autoskalierung</translation>
    </message>
    <message>
        <source>Changes the number of instances with the load.</source>
        <translation>Passt die Zahl der Instanzen der Last an.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU-Auslastung</translation>
    </message>
    <message>
        <source>Busy workers</source>
        <translation>Belegte Worker</translation>
    </message>
    <message>
        <source>What is held near the target.</source>
        <translation>Was nahe am Zielwert gehalten wird.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>The wanted mean of the metric: wanted instances = present ones x metric / target.</source>
        <translation>Der gewünschte Mittelwert der Messgröße: gewünschte Instanzen = vorhandene x Messgröße / Zielwert.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Never fewer instances.</source>
        <translation>Nie weniger Instanzen.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Never more instances.</source>
        <translation>Nie mehr Instanzen.</translation>
    </message>
    <message>
        <source>Between two looks at the metric; within 10 % of the target, nothing changes.</source>
        <translation>Zwischen zwei Blicken auf die Messgröße; innerhalb von 10 % um den Zielwert ändert sich nichts.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlaufzeit</translation>
    </message>
    <message>
        <source>From the decision until a new instance takes requests.</source>
        <translation>Von der Entscheidung, bis eine neue Instanz Anfragen annimmt.</translation>
    </message>
    <message>
        <source>Scale-down delay</source>
        <translation>Abbauverzögerung</translation>
    </message>
    <message>
        <source>Instances are only taken away when no more were wanted for so long.</source>
        <translation>Instanzen werden erst abgebaut, wenn so lange keine weiteren gewünscht waren.</translation>
    </message>
    <message>
        <source>A worker per request</source>
        <translation>Ein Worker je Anfrage</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>A worker is held until its request is answered, also while it waits for others. An event loop waits for many at once; but its CPU work runs one piece after another and holds up all else.</source>
        <translation>Ein Worker bleibt belegt, bis seine Anfrage beantwortet ist, auch während er auf andere wartet. Eine Ereignisschleife wartet auf viele zugleich; ihre CPU-Arbeit aber läuft Stück für Stück und hält alles andere auf.</translation>
    </message>
    <message>
        <source>Requests worked on at one time; of an event loop: loops, usually one for each core.</source>
        <translation>Gleichzeitig bearbeitete Anfragen; bei einer Ereignisschleife: Schleifen, meist eine je Kern.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Last come, first served</source>
        <translation>Letzte zuerst (LCFS)</translation>
    </message>
    <message>
        <source>By priority</source>
        <translation>Nach Priorität</translation>
    </message>
    <message>
        <source>Which waiting request comes next. By priority: that of the request class, then first come; no request is interrupted.</source>
        <translation>Welche wartende Anfrage die nächste ist. Nach Priorität: die der Anfrageklasse, dann der Reihe nach; keine Anfrage wird unterbrochen.</translation>
    </message>
    <message>
        <source>Backlog timeout</source>
        <translation>Wartezeitlimit</translation>
    </message>
    <message>
        <source>A request that waits longer in the backlog is shed. 0 lets it wait for ever.</source>
        <translation>Eine Anfrage, die länger auf einem Warteplatz wartet, wird abgeworfen. 0 lässt sie unbegrenzt warten.</translation>
    </message>
    <message>
        <source>Time in which the request waits without using CPU, such as for a disk.</source>
        <translation>Zeit, in der die Anfrage wartet, ohne CPU zu nutzen, etwa auf eine Platte.</translation>
    </message>
    <message>
        <source>How a request calls what this component is wired to.</source>
        <translation>Wie eine Anfrage aufruft, womit diese Komponente verbunden ist.</translation>
    </message>
    <message>
        <source>Least frequently used</source>
        <translation>Am seltensten genutzt (LFU)</translation>
    </message>
    <message>
        <source>None: keep what is there</source>
        <translation>Keine: Vorhandenes behalten</translation>
    </message>
    <message>
        <source>Publish time</source>
        <translation>Annahmedauer</translation>
    </message>
    <message>
        <source>From a message&apos;s arrival until it is stored and its sender is answered.</source>
        <translation>Vom Eintreffen einer Nachricht, bis sie gespeichert ist und ihr Absender Antwort hat.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>How long a message is kept; older ones are dropped.</source>
        <translation>Wie lange eine Nachricht aufbewahrt wird; ältere werden verworfen.</translation>
    </message>
    <message>
        <source>Durable</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>Messages survive a crash; off: they are lost with the process.</source>
        <translation>Nachrichten überstehen einen Absturz; aus: sie gehen mit dem Prozess verloren.</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>Shards</translation>
    </message>
    <message>
        <source>Parts of the index, each on a machine of its own: a query asks all and waits for the slowest.</source>
        <translation>Teile des Index, jeder auf eigener Maschine: eine Abfrage fragt alle und wartet auf den langsamsten.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Machines with the same shard: queries take turns among them, writes go to all.</source>
        <translation>Maschinen mit demselben Shard: Abfragen wechseln sich unter ihnen ab, Schreibzugriffe gehen an alle.</translation>
    </message>
    <message>
        <source>Query time</source>
        <translation>Abfragezeit</translation>
    </message>
    <message>
        <source>CPU work of a shard for a query.</source>
        <translation>CPU-Arbeit eines Shards für eine Abfrage.</translation>
    </message>
    <message>
        <source>CPU work of a shard to index one document.</source>
        <translation>CPU-Arbeit eines Shards, um ein Dokument zu indizieren.</translation>
    </message>
    <message>
        <source>Partial results</source>
        <translation>Teilergebnisse</translation>
    </message>
    <message>
        <source>A query is answered from the shards that answer; off: it fails if one of them does.</source>
        <translation>Eine Abfrage wird aus den Shards beantwortet, die antworten; aus: sie scheitert, wenn einer scheitert.</translation>
    </message>
    <message>
        <source>How long a query waits for its shards.</source>
        <translation>Wie lange eine Abfrage auf ihre Shards wartet.</translation>
    </message>
    <message>
        <source>Queries at one time, of each shard.</source>
        <translation>Gleichzeitige Abfragen je Shard.</translation>
    </message>
    <message>
        <source>Queries that may wait, of each shard.</source>
        <translation>Abfragen je Shard, die warten dürfen.</translation>
    </message>
    <message>
        <source>CPU cores of each shard.</source>
        <translation>CPU-Kerne je Shard.</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Answers queries by asking every shard, and is as slow as the slowest of them.</source>
        <translation>Beantwortet Abfragen, indem er jeden Shard fragt, und ist so langsam wie der langsamste.</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>A message belongs to a partition by its key. Each partition is worked off in order, one message at a time, by one worker of each component that it is wired to: a message that fails holds up all behind it.</source>
        <translation>Eine Nachricht gehört durch ihren Schlüssel zu einer Partition. Jede Partition wird der Reihe nach abgearbeitet, eine Nachricht zur Zeit, von je einem Worker jeder verbundenen Komponente: eine gescheiterte Nachricht hält alle hinter ihr auf.</translation>
    </message>
    <message>
        <source>Messages that may be kept in each partition; more are rejected.</source>
        <translation>Nachrichten, die je Partition aufbewahrt werden dürfen; weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Delivery timeout</source>
        <translation>Zustellzeitlimit</translation>
    </message>
    <message>
        <source>How long a consumer may take for a message before it is delivered again.</source>
        <translation>Wie lange ein Empfänger für eine Nachricht brauchen darf, bevor sie erneut zugestellt wird.</translation>
    </message>
    <message>
        <source>Wait before a delivery is repeated.</source>
        <translation>Wartezeit, bevor eine Zustellung wiederholt wird.</translation>
    </message>
    <message>
        <source>After so many failed ones a message is skipped. 0: it is tried for ever, and holds up its partition.</source>
        <translation>Nach so vielen gescheiterten wird eine Nachricht übersprungen. 0: sie wird endlos versucht und hält ihre Partition auf.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>A partitioned log: everything that it is wired to gets every message, those of one key in order.</source>
        <translation>Ein partitioniertes Log: alles Verbundene erhält jede Nachricht, die eines Schlüssels der Reihe nach.</translation>
    </message>
    <message>
        <source>Copies that may be kept for each subscriber; a message that finds one full is rejected.</source>
        <translation>Kopien, die je Abonnent aufbewahrt werden dürfen; eine Nachricht, die einen vollen antrifft, wird abgewiesen.</translation>
    </message>
    <message>
        <source>How long a subscriber may take for a message before the delivery counts as failed.</source>
        <translation>Wie lange ein Abonnent für eine Nachricht brauchen darf, bevor die Zustellung als gescheitert gilt.</translation>
    </message>
    <message>
        <source>After so many failed ones a subscriber&apos;s copy is dropped.</source>
        <translation>Nach so vielen gescheiterten wird die Kopie eines Abonnenten verworfen.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Publish and subscribe: stores each message and delivers a copy to everything that it is wired to, to each at its own pace.</source>
        <translation>Publish/Subscribe: speichert jede Nachricht und stellt allem Verbundenen eine Kopie zu, jedem in seinem Tempo.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Works on messages: queues, topics and streams that are wired to it hand it as many at one time as it has workers. It acknowledges a message when all that it calls has answered.</source>
        <translation>Bearbeitet Nachrichten: Warteschlangen, Themen und Ströme, die mit ihm verbunden sind, übergeben ihm so viele zugleich, wie er Worker hat. Er bestätigt eine Nachricht, wenn alles Aufgerufene geantwortet hat.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Cacheable</source>
        <translation>Cachebar</translation>
    </message>
    <message>
        <source>Which requests may take this link, by what they ask for. Automatic: where a CDN is among the alternatives, it gets what is cacheable and the others get the rest; else all.</source>
        <translation>Welche Anfragen diese Leitung nehmen dürfen, je nachdem, was sie wollen. Automatisch: ist ein CDN unter den Alternativen, erhält es das Cachebare und die anderen den Rest; sonst alle.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Each message takes up to this much longer, evenly distributed.</source>
        <translation>Jede Nachricht braucht bis zu so viel länger, gleichverteilt.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>The part of the messages that is lost on the way and sent again after the retransmission time, then after twice that, and so on.</source>
        <translation>Der Teil der Nachrichten, der unterwegs verloren geht und nach der Sendewiederholungszeit erneut gesendet wird, dann nach dem Doppelten und so fort.</translation>
    </message>
    <message>
        <source>Each way, shared by all calls in order: a message occupies the wire for its size over the bandwidth. 0: no limit.</source>
        <translation>Je Richtung, von allen Aufrufen der Reihe nach geteilt: eine Nachricht belegt die Leitung für ihre Größe geteilt durch die Bandbreite. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Retransmission</source>
        <translation>Sendewiederholung</translation>
    </message>
    <message>
        <source>How long the sender waits before it sends a lost message again.</source>
        <translation>Wie lange der Absender wartet, bevor er eine verlorene Nachricht erneut sendet.</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>Wartesteigerung</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Full jitter</source>
        <translation>Voll gestreut</translation>
    </message>
    <message>
        <source>Fixed: always the retry delay. Exponential: twice as long each time. Full jitter: evenly distributed between 0 and that.</source>
        <translation>Fest: immer die Wartezeit. Exponentiell: jedes Mal doppelt so lang. Voll gestreut: gleichverteilt zwischen 0 und dieser (Full Jitter).</translation>
    </message>
    <message>
        <source>Longest delay</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>The delay never grows beyond this.</source>
        <translation>Die Wartezeit wächst nie darüber hinaus.</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsbudget</translation>
    </message>
    <message>
        <source>At most so many retries for each request in the long run: every request earns this part of a token, a retry costs one, and at most ten are saved. 0: no budget.</source>
        <translation>Auf Dauer höchstens so viele Wiederholungen je Anfrage: jede Anfrage verdient diesen Teil einer Marke, eine Wiederholung kostet eine, und höchstens zehn werden gespart. 0: kein Budget.</translation>
    </message>
    <message>
        <source>Hedging</source>
        <translation>Zweitanfrage</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>After a delay</source>
        <translation>Nach einer Frist</translation>
    </message>
    <message>
        <source>After the 95th percentile</source>
        <translation>Nach dem 95. Perzentil</translation>
    </message>
    <message>
        <source>When an answer is late, a second call is sent (to another alternative if there is one), and the first answer is taken; the other call is withdrawn.</source>
        <translation>Kommt eine Antwort spät, wird ein zweiter Aufruf gesendet (an eine andere Alternative, falls vorhanden) und die erste Antwort genommen; der andere Aufruf wird zurückgezogen (Hedging).</translation>
    </message>
    <message>
        <source>Hedge delay</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>How late is late.</source>
        <translation>Was als spät gilt.</translation>
    </message>
    <message>
        <source>Pass on deadlines</source>
        <translation>Fristen weitergeben</translation>
    </message>
    <message>
        <source>The call&apos;s time is bounded by what is left of its caller&apos;s; what cannot be done in time is not begun.</source>
        <translation>Die Zeit des Aufrufs ist durch das begrenzt, was dem Aufrufer bleibt; was nicht rechtzeitig zu schaffen ist, wird nicht begonnen.</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>A caller that gives up tells the callee, which stops working on the call.</source>
        <translation>Ein Aufrufer, der aufgibt, sagt es dem Aufgerufenen, der dann nicht weiter daran arbeitet.</translation>
    </message>
    <message>
        <source>Connection pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>The caller&apos;s calls over this link at one time; more wait for a free connection, and their timeout runs. 0: no limit.</source>
        <translation>Gleichzeitige Aufrufe des Aufrufers über diese Leitung; weitere warten auf eine freie Verbindung, und ihr Zeitlimit läuft. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>After failures in a row, calls fail at once for a while; then probes show whether it is well again.</source>
        <translation>Nach Fehlern in Folge scheitern Aufrufe eine Weile sofort; dann zeigen Proben, ob alles wieder gut ist (Circuit Breaker).</translation>
    </message>
    <message>
        <source>So many in a row open the breaker.</source>
        <translation>So viele in Folge öffnen die Sicherung.</translation>
    </message>
    <message>
        <source>Open time</source>
        <translation>Offene Zeit</translation>
    </message>
    <message>
        <source>How long it stays open before probes are let through.</source>
        <translation>Wie lange sie offen bleibt, bevor Proben durchgelassen werden.</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>So many calls are let through half-open; when all succeed the breaker closes, when one fails it opens again.</source>
        <translation>So viele Aufrufe werden halboffen durchgelassen; gelingen alle, schließt die Sicherung, scheitert einer, öffnet sie wieder.</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Size of the request; of a write, what is stored.</source>
        <translation>Größe der Anfrage; beim Schreiben das, was gespeichert wird.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Point read</source>
        <translation>Einzelzugriff</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>What a read asks of a database. A relational one joins by itself; of a non-relational one, the caller asks row by row.</source>
        <translation>Was ein Lesezugriff von einer Datenbank will. Eine relationale verknüpft selbst; eine nichtrelationale fragt der Aufrufer Zeile für Zeile.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How many rows a join brings together.</source>
        <translation>Wie viele Zeilen ein Join zusammenführt.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Whether a CDN may keep the answer. Automatic: assets that are read.</source>
        <translation>Ob ein CDN die Antwort behalten darf. Automatisch: statische Inhalte, die gelesen werden.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Higher goes first where a component honours priorities, and is shed last.</source>
        <translation>Höhere kommt zuerst, wo eine Komponente Prioritäten beachtet, und wird zuletzt abgeworfen.</translation>
    </message>
    <message>
        <source>name a cache or a CDN</source>
        <translation>einen Cache oder ein CDN nennen</translation>
    </message>
    <message>
        <source>name a server or a worker</source>
        <translation>einen Server oder einen Worker nennen</translation>
    </message>
    <message>
        <source>name a cluster, or a server or worker with instances</source>
        <translation>einen Cluster nennen, oder einen Server oder Worker mit Instanzen</translation>
    </message>
    <message>
        <source>their bursts hold more than all requests; they are made as strong as they can be</source>
        <translation>ihre Schübe enthalten mehr als alle Anfragen; sie werden so stark wie möglich gemacht</translation>
    </message>
    <message>
        <source>make the burst factor at most 1 / burst share</source>
        <translation>den Schubfaktor höchstens auf 1 / Schubanteil setzen</translation>
    </message>
    <message>
        <source>no request class suits their client, so they ask for all of them</source>
        <translation>keine Anfrageklasse passt zu ihrem Client, daher fragen sie nach allen</translation>
    </message>
    <message>
        <source>add a request class that answers with HTML, or choose another client</source>
        <translation>eine Anfrageklasse hinzufügen, die mit HTML antwortet, oder einen anderen Client wählen</translation>
    </message>
    <message>
        <source>add a request class that answers with JSON, or choose another client</source>
        <translation>eine Anfrageklasse hinzufügen, die mit JSON antwortet, oder einen anderen Client wählen</translation>
    </message>
    <message>
        <source>Distinct users</source>
        <translation>Verschiedene Nutzer</translation>
    </message>
    <message>
        <source>How many people these are. Each request comes from one of them by chance.</source>
        <translation>Wie viele Menschen es sind. Jede Anfrage kommt zufällig von einem von ihnen.</translation>
    </message>
    <message>
        <source>In bursts</source>
        <translation>In Schüben</translation>
    </message>
    <message>
        <source>By variation</source>
        <translation>Nach Streuung</translation>
    </message>
    <message>
        <source>Many independent users make random arrivals; a load generator makes evenly spaced ones. In bursts: random ones at two rates in turn. By variation: independent gaps of any regularity.</source>
        <translation>Viele unabhängige Nutzer kommen in zufälligen Abständen, ein Lastgenerator in gleichmäßigen. In Schüben: zufällig mit zwei Raten im Wechsel. Nach Streuung: unabhängige Abstände beliebiger Regelmäßigkeit.</translation>
    </message>
    <message>
        <source>Variation of gaps</source>
        <translation>Streuung der Abstände</translation>
    </message>
    <message>
        <source>Coefficient of variation of the time between arrivals, which is gamma distributed: 0 is evenly spaced, 1 is random, more is clustered.</source>
        <translation>Variationskoeffizient der Zeit zwischen Ankünften, die gammaverteilt ist: 0 ist gleichmäßig, 1 zufällig, mehr gehäuft.</translation>
    </message>
    <message>
        <source>Burst factor</source>
        <translation>Schubfaktor</translation>
    </message>
    <message>
        <source>Rate in a burst, as a multiple of the mean rate. At most 1 / burst share: then nothing comes in between.</source>
        <translation>Rate in einem Schub, als Vielfaches der mittleren Rate. Höchstens 1 / Schubanteil: dann kommt dazwischen nichts.</translation>
    </message>
    <message>
        <source>Burst share</source>
        <translation>Schubanteil</translation>
    </message>
    <message>
        <source>Share of the time that is bursts.</source>
        <translation>Anteil der Zeit, der aus Schüben besteht.</translation>
    </message>
    <message>
        <source>Burst length</source>
        <translation>Schubdauer</translation>
    </message>
    <message>
        <source>Mean length of a burst; lengths are exponentially distributed (MMPP-2).</source>
        <translation>Mittlere Dauer eines Schubs; die Dauern sind exponentialverteilt (MMPP-2).</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>A factor on the rate, or on the number of users, over time: &quot;ramp 1 to 3 over 60 s&quot;, &quot;spike 5 at 30 s for 10 s&quot;, &quot;diurnal 0.4 period 24 h&quot;, &quot;steps 0 s 1, 30 s 2&quot;, &quot;line 0 s 1, 30 s 2&quot;.</source>
        <translation>Ein Faktor auf die Rate oder die Nutzerzahl im Lauf der Zeit: „ramp 1 to 3 over 60 s“, „spike 5 at 30 s for 10 s“, „diurnal 0.4 period 24 h“, „steps 0 s 1, 30 s 2“, „line 0 s 1, 30 s 2“.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>What they use, and so ask for: web browsers for HTML and assets, mobile applications for JSON and assets.</source>
        <translation>Was sie benutzen und daher anfragen: Webbrowser HTML und statische Inhalte, mobile Anwendungen JSON und statische Inhalte.</translation>
    </message>
    <message>
        <source>write a profile such as &quot;constant&quot;, &quot;ramp 1 to 3 over 60 s&quot;, &quot;spike 5 at 30 s for 10 s&quot;, &quot;diurnal 0.4 period 24 h&quot;, &quot;steps 0 s 1, 30 s 2, 60 s 1&quot; or &quot;line 0 s 1, 30 s 2&quot;</source>
        <translation>einen Verlauf wie „constant“, „ramp 1 to 3 over 60 s“, „spike 5 at 30 s for 10 s“, „diurnal 0.4 period 24 h“, „steps 0 s 1, 30 s 2, 60 s 1“ oder „line 0 s 1, 30 s 2“ schreiben</translation>
    </message>
    <message>
        <source>the amplitude of a diurnal profile is a number from 0 to 1</source>
        <translation>die Amplitude eines Tagesverlaufs ist eine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>the period of a diurnal profile is a time from 1 ms to 365 days</source>
        <translation>die Periode eines Tagesverlaufs ist eine Zeit von 1 ms bis 365 Tagen</translation>
    </message>
    <message>
        <source>a profile of steps needs at least one</source>
        <translation>ein Verlauf aus Stufen braucht mindestens eine</translation>
    </message>
    <message>
        <source>a profile holds at most 10,000 points</source>
        <translation>ein Verlauf hat höchstens 10.000 Punkte</translation>
    </message>
    <message>
        <source>the factors of a profile are numbers from 0 to 10,000,000</source>
        <translation>die Faktoren eines Verlaufs sind Zahlen von 0 bis 10.000.000</translation>
    </message>
    <message>
        <source>the times of a profile are from 0 s to 365 days</source>
        <translation>die Zeiten eines Verlaufs reichen von 0 s bis 365 Tage</translation>
    </message>
    <message>
        <source>the times of a profile must each be later than the one before</source>
        <translation>jede Zeit eines Verlaufs muss nach der vorigen liegen</translation>
    </message>
    <message>
        <source>How a target is chosen among those that are up, by the links&apos; weights. The hashes are consistent: when a target goes, only its own users or keys move.</source>
        <translation>Wie unter den bereiten Zielen gewählt wird, nach den Gewichten der Leitungen. Die Hashes sind konsistent: fällt ein Ziel weg, wechseln nur dessen Nutzer oder Schlüssel.</translation>
    </message>
    <message>
        <source>From the end of one check of a target to the next.</source>
        <translation>Vom Ende einer Prüfung eines Ziels bis zur nächsten.</translation>
    </message>
    <message>
        <source>Synchronous: a write is answered after every replica has applied it, but for those that are dead or do not answer at all: it goes on without them.</source>
        <translation>Synchron: ein Schreibzugriff wird beantwortet, nachdem jedes Replikat ihn nachvollzogen hat, außer denen, die ausgefallen sind oder gar nicht antworten: ohne sie geht es weiter.</translation>
    </message>
    <message>
        <source>there is nothing to put into an area</source>
        <translation>es gibt nichts, was in einen Bereich gelegt werden könnte</translation>
    </message>
    <message>
        <source>select components or areas first</source>
        <translation>zuerst Komponenten oder Bereiche auswählen</translation>
    </message>
    <message>
        <source>choose a larger kind of area</source>
        <translation>eine größere Art von Bereich wählen</translation>
    </message>
    <message>
        <source>choose a smaller kind of area</source>
        <translation>eine kleinere Art von Bereich wählen</translation>
    </message>
    <message>
        <source>there is no such link</source>
        <translation>diese Leitung gibt es nicht</translation>
    </message>
    <message>
        <source>the picture is larger than 2 MiB</source>
        <translation>das Bild ist größer als 2 MiB</translation>
    </message>
    <message>
        <source>scale it down, or save it as a JPEG</source>
        <translation>es verkleinern, oder als JPEG speichern</translation>
    </message>
    <message>
        <source>this is no PNG, JPEG or SVG picture</source>
        <translation>das ist kein PNG-, JPEG- oder SVG-Bild</translation>
    </message>
    <message>
        <source>save it in one of these formats</source>
        <translation>es in einem dieser Formate speichern</translation>
    </message>
    <message>
        <source>this is not a picture</source>
        <translation>das ist kein Bild</translation>
    </message>
    <message>
        <source>write &quot;data:image/png;base64,&quot; and the file&apos;s content in base64</source>
        <translation>„data:image/png;base64,“ und den Inhalt der Datei in Base64 schreiben</translation>
    </message>
    <message>
        <source>2 vCPU, 2 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>2 vCPU, 2 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>2 vCPU, 4 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>2 vCPU, 4 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>2 vCPU, 8 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>2 vCPU, 8 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>4 vCPU, 16 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>4 vCPU, 16 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>8 vCPU, 32 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>8 vCPU, 32 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>4 vCPU, 8 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>4 vCPU, 8 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>8 vCPU, 16 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>8 vCPU, 16 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>2 vCPU, 16 GiB. Two vCPU are one core with two threads, so the last of them adds less than a core.</source>
        <translation>2 vCPU, 16 GiB. Zwei vCPU sind ein Kern mit zwei Threads; daher bringt die letzte weniger als einen Kern.</translation>
    </message>
    <message>
        <source>A thread for each request: maxThreads 200, acceptCount 100.</source>
        <translation>Ein Thread für jede Anfrage: maxThreads 200, acceptCount 100.</translation>
    </message>
    <message>
        <source>A process for each request: MaxRequestWorkers 256, ListenBacklog 511.</source>
        <translation>Ein Prozess für jede Anfrage: MaxRequestWorkers 256, ListenBacklog 511.</translation>
    </message>
    <message>
        <source>One event loop, listen backlog 511.</source>
        <translation>Eine Ereignisschleife, Listen-Backlog 511.</translation>
    </message>
    <message>
        <source>One synchronous worker until told otherwise, backlog 2048.</source>
        <translation>Ein synchroner Worker, solange nichts anderes gesagt wird, Backlog 2048.</translation>
    </message>
    <message>
        <source>Five threads of one process, backlog 1024.</source>
        <translation>Fünf Threads eines Prozesses, Backlog 1024.</translation>
    </message>
    <message>
        <source>pm.max_children 5 in the pool that comes with it, listen.backlog 511.</source>
        <translation>pm.max_children 5 im mitgelieferten Pool, listen.backlog 511.</translation>
    </message>
    <message>
        <source>Five threads for each process.</source>
        <translation>Fünf Threads für jeden Prozess.</translation>
    </message>
    <message>
        <source>Checks by connecting every 2 s, three failures take a server out, two passes bring it back; three retries to the same server, a second apart.</source>
        <translation>Prüft alle 2 s durch Verbinden; drei Fehlschläge nehmen einen Server heraus, zwei Erfolge bringen ihn zurück; drei Wiederholungen am selben Server im Abstand von einer Sekunde.</translation>
    </message>
    <message>
        <source>As by default, but checks ask for a page, and retries go to another server.</source>
        <translation>Wie voreingestellt, doch Prüfungen fragen nach einer Seite, und Wiederholungen gehen an einen anderen Server.</translation>
    </message>
    <message>
        <source>No active checks: one failure within 10 s takes a target out for 10 s, and the request goes on to the next one. Waits a minute.</source>
        <translation>Keine aktiven Prüfungen: ein Fehlschlag binnen 10 s nimmt ein Ziel für 10 s heraus, und die Anfrage geht an das nächste. Wartet eine Minute.</translation>
    </message>
    <message>
        <source>Round robin, a route&apos;s timeout of 15 s, at most 1,024 requests at one time, no retries and no checks until they are configured.</source>
        <translation>Reihum, Zeitlimit einer Route 15 s, höchstens 1.024 Anfragen zugleich, ohne Wiederholungen und Prüfungen, bis sie eingerichtet sind.</translation>
    </message>
    <message>
        <source>Five failures in a row take a target out for 30 s; the target with fewer requests of two drawn at random gets the next.</source>
        <translation>Fünf Fehlschläge nacheinander nehmen ein Ziel für 30 s heraus; von zwei zufällig gezogenen Zielen bekommt das mit weniger Anfragen die nächste.</translation>
    </message>
    <message>
        <source>Checks every 30 s with a timeout of 5 s: two failures take a target out, five passes bring it back. Idle timeout 60 s.</source>
        <translation>Prüft alle 30 s mit einem Zeitlimit von 5 s: zwei Fehlschläge nehmen ein Ziel heraus, fünf Erfolge bringen es zurück. Leerlauf-Zeitlimit 60 s.</translation>
    </message>
    <message>
        <source>kube-proxy picks an endpoint at random; readiness probes every 10 s with a timeout of 1 s: three failures take it out, one success brings it back.</source>
        <translation>kube-proxy wählt zufällig; Bereitschaftsprüfungen alle 10 s mit einem Zeitlimit von 1 s: drei Fehlschläge nehmen heraus, ein Erfolg bringt zurück.</translation>
    </message>
    <message>
        <source>100 connections; more are refused. Replication is asynchronous, and nobody promotes a replica.</source>
        <translation>100 Verbindungen; mehr werden abgelehnt. Die Replikation ist asynchron, und niemand befördert ein Replikat.</translation>
    </message>
    <message>
        <source>The leader&apos;s key lives 30 s (ttl); then a replica is promoted.</source>
        <translation>Der Schlüssel des Primären lebt 30 s (ttl); dann wird ein Replikat befördert.</translation>
    </message>
    <message>
        <source>151 connections; more are refused. Replication is asynchronous.</source>
        <translation>151 Verbindungen; mehr werden abgelehnt. Die Replikation ist asynchron.</translation>
    </message>
    <message>
        <source>A synchronous standby takes over in 60-120 s; here 30 s to notice and 60 s to promote.</source>
        <translation>Ein synchroner Bereitschaftsserver übernimmt in 60–120 s; hier 30 s bis zum Bemerken und 60 s für die Beförderung.</translation>
    </message>
    <message>
        <source>One thread, 10,000 clients, keys live until told otherwise, and nothing is evicted (noeviction).</source>
        <translation>Ein Thread, 10.000 Clients, Schlüssel leben, bis etwas anderes gesagt wird, und nichts wird verdrängt (noeviction).</translation>
    </message>
    <message>
        <source>maxmemory-policy allkeys-lru: what was not used for longest goes.</source>
        <translation>maxmemory-policy allkeys-lru: was am längsten nicht gebraucht wurde, geht.</translation>
    </message>
    <message>
        <source>64 MiB, four threads, 1,024 connections, least recently used goes.</source>
        <translation>64 MiB, vier Threads, 1.024 Verbindungen; was am längsten nicht gebraucht wurde, geht.</translation>
    </message>
    <message>
        <source>Answers live for two minutes; one fetch answers all who ask meanwhile.</source>
        <translation>Antworten leben zwei Minuten; ein Holen antwortet allen, die inzwischen fragen.</translation>
    </message>
    <message>
        <source>A message is hidden for 30 s while a consumer works on it, and kept for four days. No dead letters until configured.</source>
        <translation>Eine Nachricht ist 30 s verborgen, während ein Verbraucher daran arbeitet, und wird vier Tage aufbewahrt. Keine Dead Letters, bis sie eingerichtet sind.</translation>
    </message>
    <message>
        <source>A consumer has half an hour to acknowledge; when its connection breaks, the message is queued again at once.</source>
        <translation>Ein Verbraucher hat eine halbe Stunde für die Bestätigung; bricht seine Verbindung ab, wird die Nachricht sofort wieder eingereiht.</translation>
    </message>
    <message>
        <source>As of 4.0: replicated, and a message is given up after 20 deliveries.</source>
        <translation>Seit 4.0: repliziert, und eine Nachricht wird nach 20 Zustellungen aufgegeben.</translation>
    </message>
    <message>
        <source>A lock of one minute, ten deliveries, then the dead letter queue.</source>
        <translation>Eine Sperre von einer Minute, zehn Zustellungen, dann die Dead-Letter-Queue.</translation>
    </message>
    <message>
        <source>Ten seconds to acknowledge; unacknowledged messages are kept for seven days.</source>
        <translation>Zehn Sekunden für die Bestätigung; unbestätigte Nachrichten werden sieben Tage aufbewahrt.</translation>
    </message>
    <message>
        <source>Stored in several zones before the publisher is answered; half a dollar per million.</source>
        <translation>In mehreren Zonen gespeichert, bevor der Absender Antwort bekommt; ein halber Dollar je Million.</translation>
    </message>
    <message>
        <source>One partition, seven days; a consumer must come back within five minutes.</source>
        <translation>Eine Partition, sieben Tage; ein Verbraucher muss binnen fünf Minuten wiederkommen.</translation>
    </message>
    <message>
        <source>Keeps for 24 h; a record that fails holds up its shard.</source>
        <translation>Bewahrt 24 h auf; ein Datensatz, der scheitert, hält seinen Shard auf.</translation>
    </message>
    <message>
        <source>Consistency level ONE for reads and writes, hinted hand-off for three hours, five seconds to answer a read.</source>
        <translation>Konsistenzstufe ONE für Lesen und Schreiben, Hinted Handoff für drei Stunden, fünf Sekunden für eine Leseantwort.</translation>
    </message>
    <message>
        <source>Three copies, of which two must answer: reads see what was written last.</source>
        <translation>Drei Kopien, von denen zwei antworten müssen: Lesen sieht, was zuletzt geschrieben wurde.</translation>
    </message>
    <message>
        <source>Three copies in three zones, a write is answered after two of them have it, reads are eventually consistent.</source>
        <translation>Drei Kopien in drei Zonen; ein Schreiben ist bestätigt, wenn zwei es haben; Lesen ist letztlich konsistent.</translation>
    </message>
    <message>
        <source>N 3, R 2, W 2, with a sloppy quorum and hinted hand-off.</source>
        <translation>N 3, R 2, W 2, mit losem Quorum und Hinted Handoff.</translation>
    </message>
    <message>
        <source>Three members, writes wait for a majority, a silent member is missed after ten seconds.</source>
        <translation>Drei Mitglieder, Schreiben wartet auf eine Mehrheit, ein stilles Mitglied fehlt nach zehn Sekunden.</translation>
    </message>
    <message>
        <source>Three masters with a replica each; writes are not waited for; a silent node is missed after 15 s (cluster-node-timeout).</source>
        <translation>Drei Master mit je einem Replikat; auf Schreiben wird nicht gewartet; ein stiller Knoten fehlt nach 15 s (cluster-node-timeout).</translation>
    </message>
    <message>
        <source>One shard with a replica; on four processors seven search threads with a queue of 1,000; partial results are allowed.</source>
        <translation>Ein Shard mit einem Replikat; auf vier Prozessoren sieben Such-Threads mit 1.000 Warteplätzen; Teilergebnisse sind erlaubt.</translation>
    </message>
    <message>
        <source>Answers live for a day, the origin has 30 s, and one fetch answers all who ask meanwhile.</source>
        <translation>Antworten leben einen Tag, der Ursprung hat 30 s, und ein Holen antwortet allen, die inzwischen fragen.</translation>
    </message>
    <message>
        <source>Answers live for an hour, the origin has 15 s to begin, and one fetch answers all who ask meanwhile.</source>
        <translation>Antworten leben eine Stunde, der Ursprung hat 15 s bis zum Beginn, und ein Holen antwortet allen, die inzwischen fragen.</translation>
    </message>
    <message>
        <source>1,000 at one time for an account, three seconds, 128 MB.</source>
        <translation>1.000 zugleich je Konto, drei Sekunden, 128 MB.</translation>
    </message>
    <message>
        <source>Up to 200 instances, five minutes, 1.5 GB.</source>
        <translation>Bis zu 200 Instanzen, fünf Minuten, 1,5 GB.</translation>
    </message>
    <message>
        <source>10,000 requests a second for an account, a bucket of 5,000, 30 s.</source>
        <translation>10.000 Anfragen pro Sekunde je Konto, ein Eimer von 5.000, 30 s.</translation>
    </message>
    <message>
        <source>No limit until a plugin sets one; a minute for the service to answer.</source>
        <translation>Keine Grenze, bis ein Plugin eine setzt; eine Minute für die Antwort des Dienstes.</translation>
    </message>
    <message>
        <source>5,500 reads and 3,500 writes a second for each prefix, 85-90 MB/s for one connection.</source>
        <translation>5.500 Lese- und 3.500 Schreibvorgänge pro Sekunde je Präfix, 85–90 MB/s für eine Verbindung.</translation>
    </message>
    <message>
        <source>A bucket begins with 5,000 reads and 1,000 writes a second.</source>
        <translation>Ein Bucket beginnt mit 5.000 Lese- und 1.000 Schreibvorgängen pro Sekunde.</translation>
    </message>
    <message>
        <source>100 requests a second.</source>
        <translation>100 Anfragen pro Sekunde.</translation>
    </message>
    <message>
        <source>5,000 requests an hour.</source>
        <translation>5.000 Anfragen pro Stunde.</translation>
    </message>
    <message>
        <source>A check every 30 s, three failures take an address out; answers live for a minute.</source>
        <translation>Eine Prüfung alle 30 s, drei Fehlschläge nehmen eine Adresse heraus; Antworten leben eine Minute.</translation>
    </message>
    <message>
        <source>A check every 10 s, three failures take an address out; answers live for a minute.</source>
        <translation>Eine Prüfung alle 10 s, drei Fehlschläge nehmen eine Adresse heraus; Antworten leben eine Minute.</translation>
    </message>
    <message>
        <source>No batches until configured; 100 requests may wait.</source>
        <translation>Keine Stapel, bis sie eingerichtet sind; 100 Anfragen dürfen warten.</translation>
    </message>
    <message>
        <source>Three attempts in all, with full jitter up to 20 s.</source>
        <translation>Drei Versuche insgesamt, mit vollem Jitter bis 20 s.</translation>
    </message>
    <message>
        <source>One retry after up to 25 ms, 15 s for all.</source>
        <translation>Eine Wiederholung nach bis zu 25 ms, 15 s für alles.</translation>
    </message>
    <message>
        <source>Five failures in a row, then 30 s of rest.</source>
        <translation>Fünf Fehlschläge nacheinander, dann 30 s Ruhe.</translation>
    </message>
    <message>
        <source>Ten connections; a call waits up to 30 s for one.</source>
        <translation>Zehn Verbindungen; ein Aufruf wartet bis zu 30 s auf eine.</translation>
    </message>
    <message>
        <source>%1 noticed that %2 of its targets failed, the first after %3, the last after %4</source>
        <translation>%1 bemerkte den Ausfall von %2 seiner Ziele, den ersten nach %3, den letzten nach %4</translation>
    </message>
    <message>
        <source>%1 is full: more requests are rejected</source>
        <translation>%1 ist voll: Weitere Anfragen werden abgewiesen</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>TTL %1</source>
        <translation>TTL %1</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>synchronous</source>
        <translation>synchron</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 Last</translation>
    </message>
    <message>
        <source>%1 hit</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>queue %1 and growing</source>
        <translation>Schlange %1, wächst</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Schlange %1</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 Rückstand</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 Kern</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>cross-zone %1</source>
        <translation>zwischen Zonen %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Nutzer</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Standort</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 Standorte</translation>
    </message>
    <message>
        <source>blocks %1</source>
        <translation>blockt %1</translation>
    </message>
    <message>
        <source>%1 per user</source>
        <translation>%1 je Nutzer</translation>
    </message>
    <message>
        <source>inspects %1</source>
        <translation>prüft %1</translation>
    </message>
    <message>
        <source>no rate limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>round robin</source>
        <translation>reihum</translation>
    </message>
    <message>
        <source>fewest open</source>
        <translation>wenigste offene</translation>
    </message>
    <message>
        <source>best of %1</source>
        <translation>Beste von %1</translation>
    </message>
    <message>
        <source>hash of user</source>
        <translation>Nutzer-Hash</translation>
    </message>
    <message>
        <source>hash of key</source>
        <translation>Schlüssel-Hash</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>schnellstes</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>cold %1</source>
        <translation>kalt %1</translation>
    </message>
    <message>
        <source>batch of %1</source>
        <translation>Stapel zu %1</translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation>1 GPU</translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation>%1 GPUs</translation>
    </message>
    <message>
        <source>no eviction</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>failover</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation>1 Shard</translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation>%1 Shards</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 delivery</source>
        <translation>1 Zustellung</translation>
    </message>
    <message>
        <source>%1 deliveries</source>
        <translation>%1 Zustellungen</translation>
    </message>
    <message>
        <source>timeout %1</source>
        <translation>Frist %1</translation>
    </message>
    <message>
        <source>1 partition</source>
        <translation>1 Partition</translation>
    </message>
    <message>
        <source>%1 partitions</source>
        <translation>%1 Partitionen</translation>
    </message>
    <message>
        <source>%1 of %2 nodes</source>
        <translation>%1 von %2 Knoten</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>backlog grows</source>
        <translation>Rückstau wächst</translation>
    </message>
</context>
<context>
    <name>loadframe::AmountPopup</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Degrade</source>
        <translation>Beeinträchtigen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>Betreiben</translation>
    </message>
</context>
<context>
    <name>loadframe::Canvas</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Ausgewählt: %1</translation>
    </message>
    <message>
        <source>Press on the caller and release on what it calls.</source>
        <translation>Auf dem Aufrufer drücken und auf dem Aufgerufenen loslassen.</translation>
    </message>
    <message>
        <source>Click a component to kill it or to restart it, a link to cut or to mend it.</source>
        <translation>Klick auf eine Komponente: ausfallen lassen oder neu starten; auf eine Leitung: trennen oder wiederherstellen.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drag to what it calls</source>
        <translation>Zum Aufgerufenen ziehen</translation>
    </message>
    <message>
        <source>Choose what it calls and press Enter; Escape gives up.</source>
        <translation>Das Aufgerufene wählen und Eingabe drücken; Esc bricht ab.</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 einsetzen</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>Beschriftung bearbeiten</translation>
    </message>
    <message>
        <source>What is selected is locked. Unlock it first, with Ctrl+L.</source>
        <translation>Was ausgewählt ist, ist gesperrt. Zuerst mit Strg+L entsperren.</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Paste a note</source>
        <translation>Notiz einfügen</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Where this request began was not seen.</source>
        <translation>Wo diese Anfrage begann, wurde nicht gesehen.</translation>
    </message>
    <message>
        <source>Insert between %1 and %2</source>
        <translation>Zwischen %1 und %2 einsetzen</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
</context>
<context>
    <name>loadframe::ChartCard</name>
    <message>
        <source>&amp;Series…</source>
        <translation>&amp;Reihen…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>Export &amp;PNG…</source>
        <translation>&amp;PNG exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;SVG…</source>
        <translation>&amp;SVG exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;CSV…</source>
        <translation>&amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Copy the pictur&amp;e</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>Was mit diesem Diagramm getan werden kann</translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <source>Rename the chart</source>
        <translation>Diagramm umbenennen</translation>
    </message>
    <message>
        <source>Title; empty: what it shows</source>
        <translation>Titel; leer: was es zeigt</translation>
    </message>
</context>
<context>
    <name>loadframe::ChartsPanel</name>
    <message>
        <source>Whole system</source>
        <translation>Gesamtes System</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Last 30 s</source>
        <translation>Letzte 30 s</translation>
    </message>
    <message>
        <source>Last 2 min</source>
        <translation>Letzte 2 min</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Letzte 10 min</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Run the system to see its charts.</source>
        <translation>Das System starten, um seine Diagramme zu sehen.</translation>
    </message>
    <message>
        <source>Add chart…</source>
        <translation>Diagramm hinzufügen…</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>Dem Lauf folgen</translation>
    </message>
    <message>
        <source>What can be done with all charts</source>
        <translation>Was mit allen Diagrammen getan werden kann</translation>
    </message>
    <message>
        <source>&amp;Export all as CSV…</source>
        <translation>&amp;Alle als CSV exportieren…</translation>
    </message>
    <message>
        <source>&amp;Back to the usual charts</source>
        <translation>&amp;Zurück zu den üblichen Diagrammen</translation>
    </message>
    <message>
        <source>Add a chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>What it showed is not in the drawing any more.</source>
        <translation>Was es zeigte, gibt es in der Zeichnung nicht mehr.</translation>
    </message>
    <message>
        <source>Not measured for %1.</source>
        <translation>Wird für %1 nicht gemessen.</translation>
    </message>
</context>
<context>
    <name>loadframe::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Nothing that can be done is called “%1”.</source>
        <translation>Nichts, was getan werden kann, heißt „%1“.</translation>
    </message>
    <message>
        <source>Type a few letters of what you want, or a setting and its value: cpu time 8 ms</source>
        <translation>Ein paar Buchstaben dessen tippen, was geschehen soll, oder eine Einstellung und ihren Wert: cpu 8 ms</translation>
    </message>
</context>
<context>
    <name>loadframe::DockTitle</name>
    <message>
        <source>Into a window of its own, or back</source>
        <translation>In ein eigenes Fenster, oder zurück</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Ansicht schließen</translation>
    </message>
    <message>
        <source>Drag to move %1</source>
        <translation>Ziehen, um %1 zu verschieben</translation>
    </message>
</context>
<context>
    <name>loadframe::DocumentForm</name>
    <message>
        <source>%1 · %2 · weight %3</source>
        <translation>%1 · %2 · Gewicht %3</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesend</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreibend</translation>
    </message>
    <message>
        <source>Name of the architecture</source>
        <translation>Name der Architektur</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What this architecture is, and what to look for when it runs</source>
        <translation>Was diese Architektur ist und worauf im Lauf zu achten ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename the architecture</source>
        <translation>Architektur umbenennen</translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation>Beschreibung bearbeiten</translation>
    </message>
    <message>
        <source>Add a request class</source>
        <translation>Anfrageklasse hinzufügen</translation>
    </message>
    <message>
        <source>Remove the request class</source>
        <translation>Anfrageklasse entfernen</translation>
    </message>
    <message>
        <source>Request classes</source>
        <translation>Anfrageklassen</translation>
    </message>
    <message>
        <source>Name of the request class</source>
        <translation>Name der Anfrageklasse</translation>
    </message>
    <message>
        <source>The mix that users ask for. Without any, all requests are alike: reads.</source>
        <translation>Die Mischung, die Nutzer anfragen. Ohne Klassen sind alle Anfragen gleich: lesend.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove a request class</source>
        <translation>Anfrageklasse entfernen</translation>
    </message>
    <message>
        <source>Rename a request class</source>
        <translation>Anfrageklasse umbenennen</translation>
    </message>
</context>
<context>
    <name>loadframe::EmptyHint</name>
    <message>
        <source>Draw a system</source>
        <translation>Ein System zeichnen</translation>
    </message>
    <message>
        <source>1.  Drag Users, a Load balancer and Servers from the left onto the canvas.
2.  Pull a wire from the edge of each to what it calls.
3.  Press Space and watch the requests; then kill a server in Break mode.</source>
        <translation>1.  Nutzer, einen Lastverteiler und Server von links auf die Zeichenfläche ziehen.
2.  Vom Rand jedes Elements eine Leitung zum Aufgerufenen ziehen.
3.  Leertaste drücken und den Anfragen zusehen; dann im Modus Stören einen Server ausfallen lassen.</translation>
    </message>
    <message>
        <source>Examples and recent files</source>
        <translation>Beispiele und zuletzt geöffnete Dateien</translation>
    </message>
</context>
<context>
    <name>loadframe::EventLogPanel</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected events, or all that are shown, as text</source>
        <translation>Die ausgewählten oder alle gezeigten Ereignisse als Text kopieren</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No event matches “%1”.</source>
        <translation>Kein Ereignis passt zu „%1“.</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Run it, and kill something.</source>
        <translation>Noch ist nichts geschehen. Lauf starten und etwas ausfallen lassen.</translation>
    </message>
</context>
<context>
    <name>loadframe::ExportDialog</name>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>%1× the canvas</source>
        <translation>%1× Zeichenfläche</translation>
    </message>
    <message>
        <source>Without a background</source>
        <translation>Ohne Hintergrund</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>F&amp;arben</translation>
    </message>
</context>
<context>
    <name>loadframe::FaultStoryCard</name>
    <message>
        <source>What the last fault did</source>
        <translation>Folgen der letzten Störung</translation>
    </message>
</context>
<context>
    <name>loadframe::FaultsTab</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing can be done to this while it runs.</source>
        <translation>Hieran lässt sich im Lauf nichts stören.</translation>
    </message>
    <message>
        <source>Nothing runs yet: see Problems for what is missing.</source>
        <translation>Noch läuft nichts: was fehlt, steht unter Probleme.</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
</context>
<context>
    <name>loadframe::FileActions</name>
    <message>
        <source>Loadframe layouts (*.loadframe);;All files (*)</source>
        <translation>Loadframe-Layouts (*.loadframe);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a layout</source>
        <translation>Layout öffnen</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Layout speichern</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 existiert bereits. Ersetzen?</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>%1 could not be saved.</source>
        <translation>%1 konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>this layout</source>
        <translation>diesem Layout</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>%1 wird exportiert …</translation>
    </message>
    <message>
        <source>%1 could not be exported.</source>
        <translation>%1 konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Loadframe</source>
        <translation>Loadframe</translation>
    </message>
    <message>
        <source>%1 was opened, but there is something to know about it.</source>
        <translation>%1 wurde geöffnet, doch es gibt etwas dazu zu wissen.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer Hinweis.</numerusform>
            <numerusform>… und %n weitere Hinweise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recovering %1…</source>
        <translation>%1 wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>%1 could not be recovered.</source>
        <translation>%1 ließ sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Loading it again drops your changes since the last save.</source>
        <translation>%1 wurde von einem anderen Programm geändert. Neu laden verwirft die Änderungen seit dem letzten Speichern.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 was removed, renamed or moved. What you see is still here.</source>
        <translation>%1 wurde entfernt, umbenannt oder verschoben. Was zu sehen ist, ist noch da.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Wieder speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>Von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>%1 was changed by another program since you opened it.</source>
        <translation>%1 wurde seit dem Öffnen von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Saving replaces those changes by yours.</source>
        <translation>Speichern ersetzt jene Änderungen durch die eigenen.</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>They are lost if you do not save them. %n more layout(s) have unsaved changes.</source>
        <translation>
            <numerusform>Sie gehen verloren, wenn nicht gespeichert wird. %n weiteres Layout hat ungespeicherte Änderungen.</numerusform>
            <numerusform>Sie gehen verloren, wenn nicht gespeichert wird. %n weitere Layouts haben ungespeicherte Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Einen anderen Ordner wählen, oder Platz auf der Platte schaffen.</translation>
    </message>
    <message>
        <source>What is in the window has not changed.</source>
        <translation>Was im Fenster ist, hat sich nicht geändert.</translation>
    </message>
</context>
<context>
    <name>loadframe::FileNameLabel</name>
    <message>
        <source>%1, with unsaved changes</source>
        <translation>%1, mit ungespeicherten Änderungen</translation>
    </message>
</context>
<context>
    <name>loadframe::FindBar</name>
    <message>
        <source>Find by name, kind or text</source>
        <translation>Nach Name, Art oder Text suchen</translation>
    </message>
    <message>
        <source>Find on the canvas</source>
        <translation>Auf der Zeichnung suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorige (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächste (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>loadframe::Hints</name>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Wire them: pull from the edge of a component to what it calls, or press C and drag.</source>
        <translation>Verbinden: vom Rand einer Komponente zu dem ziehen, was sie aufruft; oder C drücken und ziehen.</translation>
    </message>
    <message>
        <source>Press Space to run it, and watch the requests.</source>
        <translation>Die Leertaste lässt es laufen: den Anfragen zusehen.</translation>
    </message>
    <message>
        <source>Now break something: press B and click a server to kill it. A second click restarts it.</source>
        <translation>Jetzt etwas stören: B drücken und auf einen Server klicken, damit er ausfällt. Ein zweiter Klick startet ihn neu.</translation>
    </message>
    <message>
        <source>Drag the timeline below the canvas to go back to before the failure, change something, and run again.</source>
        <translation>Die Zeitleiste unter der Zeichnung zurückziehen, bis vor den Ausfall, etwas ändern und wieder laufen lassen.</translation>
    </message>
</context>
<context>
    <name>loadframe::HistoryPanel</name>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
</context>
<context>
    <name>loadframe::InlineEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
</context>
<context>
    <name>loadframe::InspectorPanel</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>%1 elements</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>loadframe::Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>a call: click it for its story</source>
        <translation>ein Aufruf: Klick erzählt seine Geschichte</translation>
    </message>
    <message>
        <source>an answer on its way back</source>
        <translation>eine Antwort auf dem Rückweg</translation>
    </message>
    <message>
        <source>waits in a backlog, or for what hangs</source>
        <translation>wartet auf einem Warteplatz, oder auf etwas, das hängt</translation>
    </message>
    <message>
        <source>waits for answers to its own calls</source>
        <translation>wartet auf Antworten auf eigene Aufrufe</translation>
    </message>
    <message>
        <source>a failure on its way back</source>
        <translation>ein Fehlschlag auf dem Rückweg</translation>
    </message>
    <message>
        <source>goes on, though its caller has given up</source>
        <translation>läuft weiter, obwohl der Aufrufer aufgegeben hat</translation>
    </message>
    <message>
        <source>calls; how dense: how many</source>
        <translation>Aufrufe; wie dicht: wie viele</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>name lookups</source>
        <translation>Namensanfragen</translation>
    </message>
    <message>
        <source>writes copied to replicas</source>
        <translation>Schreibvorgänge an Replikate</translation>
    </message>
    <message>
        <source>health checks</source>
        <translation>Zustandsprüfungen</translation>
    </message>
    <message>
        <source>thicker: ten times the traffic</source>
        <translation>dicker: zehnmal so viel Verkehr</translation>
    </message>
    <message>
        <source>held for dead by its balancer</source>
        <translation>vom Lastverteiler für ausgefallen gehalten</translation>
    </message>
    <message>
        <source>cut: nothing gets through</source>
        <translation>getrennt: nichts kommt durch</translation>
    </message>
    <message>
        <source>utilisation: below 80 %</source>
        <translation>Auslastung: unter 80 %</translation>
    </message>
    <message>
        <source>from 80 %</source>
        <translation>ab 80 %</translation>
    </message>
    <message>
        <source>from 95 %</source>
        <translation>ab 95 %</translation>
    </message>
    <message>
        <source>calls that wait; to the top: backlog full</source>
        <translation>wartende Aufrufe; bis oben: alle Plätze belegt</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>hangs: accepts and never answers</source>
        <translation>hängt: nimmt an und antwortet nie</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
</context>
<context>
    <name>loadframe::LegendView</name>
    <message>
        <source>Click to hide a line or to show it again.</source>
        <translation>Klicken blendet eine Linie aus oder wieder ein.</translation>
    </message>
</context>
<context>
    <name>loadframe::LivePainter</name>
    <message>
        <source>booting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>hangs</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>Tempo %1</translation>
    </message>
</context>
<context>
    <name>loadframe::LiveTab</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Calls per second</source>
        <translation>Aufrufe pro Sekunde</translation>
    </message>
    <message>
        <source>CPU in use</source>
        <translation>CPU-Nutzung</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>Anfragen unterwegs</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Latency p50, p95, p99</source>
        <translation>Latenz p50, p95, p99</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsverzug</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Nothing runs yet: see Problems for what is missing.</source>
        <translation>Noch läuft nichts: was fehlt, steht unter Probleme.</translation>
    </message>
    <message>
        <source>Figures appear when the run goes on: press Space.</source>
        <translation>Werte erscheinen, sobald der Lauf weitergeht: Leertaste drücken.</translation>
    </message>
    <message>
        <source>Nothing is measured here; select what it contains.</source>
        <translation>Hier wird nichts gemessen; das Enthaltene auswählen.</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Messages taken in per second</source>
        <translation>Angenommene Nachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>Messages kept</source>
        <translation>Aufbewahrte Nachrichten</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Instances at work</source>
        <translation>Arbeitende Instanzen</translation>
    </message>
    <message>
        <source>Nodes that live</source>
        <translation>Laufende Knoten</translation>
    </message>
    <message>
        <source>Alive</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Memory of its machine</source>
        <translation>Speicher der Maschine</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>Aufrufe unterwegs</translation>
    </message>
</context>
<context>
    <name>loadframe::MainWindow</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>loadframe::Minimap</name>
    <message>
        <source>Overview of the whole drawing</source>
        <translation>Übersicht der ganzen Zeichnung</translation>
    </message>
    <message>
        <source>The whole drawing. Click to go there, drag to move along.</source>
        <translation>Die ganze Zeichnung. Klicken, um dorthin zu gehen; ziehen, um mitzugehen.</translation>
    </message>
</context>
<context>
    <name>loadframe::OutlinePanel</name>
    <message>
        <source>up</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>booting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>hung</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>nothing measured</source>
        <translation>nichts gemessen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an element&apos;s name and its kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Outline of the architecture</source>
        <translation>Gliederung der Architektur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>loadframe::PalettePanel</name>
    <message>
        <source>Entry</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Text on the canvas.</source>
        <translation>Text auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Find a component</source>
        <translation>Komponente suchen</translation>
    </message>
    <message>
        <source>Components, areas and notes</source>
        <translation>Komponenten, Bereiche und Notizen</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
    <message>
        <source>Messaging</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>loadframe::PictureExport</name>
    <message>
        <source>The picture would have %1 × %2 pixels</source>
        <translation>Das Bild hätte %1 × %2 Pixel</translation>
    </message>
    <message>
        <source>choose a smaller scale, or SVG or PDF</source>
        <translation>einen kleineren Maßstab wählen, oder SVG oder PDF</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture</source>
        <translation>Der Speicher reicht für das Bild nicht aus</translation>
    </message>
    <message>
        <source>The picture could not be encoded</source>
        <translation>Das Bild konnte nicht kodiert werden</translation>
    </message>
    <message>
        <source>Unknown format</source>
        <translation>Unbekanntes Format</translation>
    </message>
</context>
<context>
    <name>loadframe::Presentation</name>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Slower ([)</source>
        <translation>Langsamer ([)</translation>
    </message>
    <message>
        <source>Faster (])</source>
        <translation>Schneller (])</translation>
    </message>
    <message>
        <source>Select (V)</source>
        <translation>Auswählen (V)</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Kill, restart, cut and mend by a click (B)</source>
        <translation>Mit einem Klick ausfallen lassen, neu starten, trennen und flicken (B)</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Verlassen (Esc)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Pause (space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Run (space)</source>
        <translation>Laufen lassen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>loadframe::PresetPopup</name>
    <message>
        <source>Find a preset</source>
        <translation>Vorlage suchen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Documented</source>
        <translation>Dokumentierte</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Save settings as a preset…</source>
        <translation>Einstellungen als Vorlage speichern…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <comment>a preset whose settings it has</comment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>There are no presets for this yet. Save these settings as the first.</source>
        <translation>Hierfür gibt es noch keine Vorlagen. Diese Einstellungen als erste speichern.</translation>
    </message>
    <message>
        <source>No preset matches.</source>
        <translation>Keine Vorlage passt.</translation>
    </message>
    <message>
        <source>Is applied to all %1 that are selected.</source>
        <translation>Wird auf alle %1 angewandt, die ausgewählt sind.</translation>
    </message>
    <message>
        <source>Changes nothing: these are its settings already.</source>
        <translation>Ändert nichts: das sind die Einstellungen bereits.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; %2 → %3</source>
        <comment>a setting, its value, and the value that it gets</comment>
        <translation>&lt;b&gt;%1&lt;/b&gt; %2 → %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>loadframe::PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Vorschau der Seite</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Name of the architecture</source>
        <translation>Name der Architektur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Loadframe</source>
        <translation>Loadframe</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>Es ließ sich nicht drucken.</translation>
    </message>
    <message>
        <source>Look whether the printer is ready, or choose “Print to file (PDF)” as the printer.</source>
        <translation>Nachsehen, ob der Drucker bereit ist, oder „In Datei drucken (PDF)“ als Drucker wählen.</translation>
    </message>
</context>
<context>
    <name>loadframe::ProblemsPanel</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>No problems: it can run.</source>
        <translation>Keine Probleme: es kann laufen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>loadframe::QuickAddBox</name>
    <message>
        <source>%1 components</source>
        <translation>%1 Komponenten</translation>
    </message>
    <message>
        <source>Add: type a name, “3 server”, “redis” …</source>
        <translation>Hinzufügen: Name tippen, „3 server“, „redis“ …</translation>
    </message>
    <message>
        <source>Put onto %1</source>
        <translation>Auf %1</translation>
    </message>
    <message>
        <source>What %1 calls</source>
        <translation>Was %1 aufruft</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Was hinzugefügt werden kann</translation>
    </message>
    <message>
        <source>Enter adds it. Escape gives up.</source>
        <translation>Eingabe fügt hinzu. Escape bricht ab.</translation>
    </message>
    <message>
        <source>Enter adds it wired, Shift+Enter without a wire.</source>
        <translation>Eingabe fügt verbunden hinzu, Umschalt+Eingabe ohne Leitung.</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>in between</source>
        <translation>dazwischen</translation>
    </message>
    <message>
        <source>called by %1</source>
        <translation>aufgerufen von %1</translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>ruft %1 auf</translation>
    </message>
    <message>
        <source>Nothing can follow here.</source>
        <translation>Hier kann nichts folgen.</translation>
    </message>
    <message>
        <source>Nothing here is called “%1”.</source>
        <translation>Nichts hier heißt „%1“.</translation>
    </message>
    <message>
        <source>Select the component that calls, then press L and choose what it calls.</source>
        <translation>Die aufrufende Komponente auswählen, dann L drücken und wählen, was sie aufruft.</translation>
    </message>
</context>
<context>
    <name>loadframe::RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Ungespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Loadframe ended before this was saved</source>
        <translation>Loadframe endete, bevor dies gespeichert war</translation>
    </message>
    <message>
        <source>“Recover” opens each as it was, still unsaved: look at it, then save it. The files themselves have not been touched.</source>
        <translation>„Wiederherstellen“ öffnet jedes, wie es war, noch ungespeichert: ansehen, dann speichern. Die Dateien selbst wurden nicht angerührt.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>%1, last changed %2</source>
        <translation>%1, zuletzt geändert %2</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>Nie gespeichert</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation>Ungespeicherte Arbeit verwerfen</translation>
    </message>
    <message>
        <source>Discard this work for good?</source>
        <translation>Diese Arbeit endgültig verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>loadframe::ReplicateBox</name>
    <message>
        <source>Replicate %1</source>
        <translation>%1 vervielfachen</translation>
    </message>
    <message>
        <source>Replicate %1 elements</source>
        <translation>%1 Elemente vervielfachen</translation>
    </message>
    <message>
        <source>Copies have the same settings, callers and callees.</source>
        <translation>Kopien haben dieselben Einstellungen, Aufrufer und Aufgerufenen.</translation>
    </message>
    <message>
        <source>How many in all</source>
        <translation>Wie viele insgesamt</translation>
    </message>
    <message>
        <source>One below the other</source>
        <translation>Untereinander</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>In a square</source>
        <translation>Im Quadrat</translation>
    </message>
    <message>
        <source>How they stand</source>
        <translation>Wie sie stehen</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>Vervielfachen</translation>
    </message>
    <message>
        <source>Adds %1, %2 … %3.</source>
        <translation>Fügt %1, %2 … %3 hinzu.</translation>
    </message>
    <message>
        <source>Adds %1.</source>
        <translation>Fügt %1 hinzu.</translation>
    </message>
    <message>
        <source>One wire is left out, since copies may not have it.</source>
        <translation>Eine Leitung entfällt, weil Kopien sie nicht haben dürfen.</translation>
    </message>
    <message>
        <source>%1 wires are left out, since copies may not have them.</source>
        <translation>%1 Leitungen entfallen, weil Kopien sie nicht haben dürfen.</translation>
    </message>
</context>
<context>
    <name>loadframe::RequestStory</name>
    <message>
        <source>%1 (attempt %2)</source>
        <translation>%1 (Versuch %2)</translation>
    </message>
    <message>
        <source>The story of a request</source>
        <translation>Die Geschichte einer Anfrage</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>on the wire</source>
        <translation>auf der Leitung</translation>
    </message>
    <message>
        <source>waits for a worker</source>
        <translation>wartet auf einen Worker</translation>
    </message>
    <message>
        <source>is worked on</source>
        <translation>wird bearbeitet</translation>
    </message>
    <message>
        <source>others work for it</source>
        <translation>andere arbeiten dafür</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>Request %1 · %2</source>
        <translation>Anfrage %1 · %2</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Began at %1, under way for %2.</source>
        <translation>Begann bei %1, seit %2 unterwegs.</translation>
    </message>
    <message>
        <source>Began at %1, took %2: %3.</source>
        <translation>Begann bei %1, dauerte %2: %3.</translation>
    </message>
    <message>
        <source>Began at %1; its user gave up waiting.</source>
        <translation>Begann bei %1; der Nutzer wartet nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s).</source>
        <translation>
            <numerusform>%n Aufruf.</numerusform>
            <numerusform>%n Aufrufe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them again after a failure.</source>
        <translation>
            <numerusform>%n davon nach einem Fehlschlag wiederholt.</numerusform>
            <numerusform>%n davon nach einem Fehlschlag wiederholt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loadframe::RunBar</name>
    <message>
        <source>Running</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Step: on to the next call that is sent or answered</source>
        <translation>Schritt: weiter zum nächsten Aufruf, der gesendet oder beantwortet wird</translation>
    </message>
    <message>
        <source>Restart: back to time 0</source>
        <translation>Neustart: zurück zum Zeitpunkt 0</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Simulated seconds per second</source>
        <translation>Simulierte Sekunden pro Sekunde</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>The simulation cannot keep up with the speed that is set; this is what it reaches.</source>
        <translation>Die Simulation schafft das eingestellte Tempo nicht; dies ist, was sie erreicht.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Multiplies the traffic of all users. The middle is ×1.</source>
        <translation>Vervielfacht den Verkehr aller Nutzer. Die Mitte ist ×1.</translation>
    </message>
    <message>
        <source>Dots are sampled from all requests; every dot is a real one.</source>
        <translation>Punkte sind eine Stichprobe aller Anfragen; jeder Punkt ist eine echte.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>There is nothing that can run yet: see Problems</source>
        <translation>Noch kann nichts laufen: siehe Probleme</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Run (Space)</source>
        <translation>Start (Leertaste)</translation>
    </message>
    <message>
        <source>reaches ×%1</source>
        <translation>erreicht ×%1</translation>
    </message>
    <message>
        <source>1 dot = 1 request</source>
        <translation>1 Punkt = 1 Anfrage</translation>
    </message>
    <message>
        <source>1 dot = %1 requests</source>
        <translation>1 Punkt = %1 Anfragen</translation>
    </message>
    <message>
        <source>slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
</context>
<context>
    <name>loadframe::RunView</name>
    <message>
        <source>killed %1</source>
        <translation>%1 ausgefallen</translation>
    </message>
    <message>
        <source>hangs since %1</source>
        <translation>hängt seit %1</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>no target left</source>
        <translation>kein Ziel mehr</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist zurück</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 down after %2</source>
        <translation>%1 ausgefallen nach %2</translation>
    </message>
    <message>
        <source>slowed to %1 %</source>
        <translation>auf %1 % verlangsamt</translation>
    </message>
    <message>
        <source>primary lost</source>
        <translation>Primärdatenbank verloren</translation>
    </message>
    <message>
        <source>promoted</source>
        <translation>befördert</translation>
    </message>
    <message>
        <source>standby took over</source>
        <translation>Ersatz hat übernommen</translation>
    </message>
    <message>
        <source>scaled to ×%1</source>
        <translation>auf ×%1 skaliert</translation>
    </message>
    <message>
        <source>gives up messages</source>
        <translation>gibt Nachrichten auf</translation>
    </message>
    <message>
        <source>over its rate limit</source>
        <translation>über der Ratengrenze</translation>
    </message>
    <message>
        <source>circuit to %1 open</source>
        <translation>Sicherung zu %1 offen</translation>
    </message>
    <message>
        <source>circuit to %1 closed</source>
        <translation>Sicherung zu %1 geschlossen</translation>
    </message>
    <message>
        <source>out of memory %1</source>
        <translation>Speicher erschöpft %1</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>drained</source>
        <translation>läuft leer</translation>
    </message>
    <message>
        <source>leaks memory</source>
        <translation>verliert Speicher</translation>
    </message>
</context>
<context>
    <name>loadframe::ScenarioTable</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Edit the scenario</source>
        <translation>Szenario bearbeiten</translation>
    </message>
    <message>
        <source>“%1” is not a time; write “20 s”.</source>
        <translation>„%1“ ist keine Zeit; zum Beispiel „20 s“ schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be used: write a number from %2 to %3.</source>
        <translation>„%1“ ist nicht verwendbar: eine Zahl von %2 bis %3 schreiben.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>Add a scenario step</source>
        <translation>Szenarioschritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove scenario steps</source>
        <translation>Szenarioschritte entfernen</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>loadframe::SeriesDialog</name>
    <message>
        <source>Series of a chart</source>
        <translation>Reihen eines Diagramms</translation>
    </message>
    <message>
        <source>Find a component, link or metric</source>
        <translation>Komponente, Leitung oder Größe suchen</translation>
    </message>
    <message>
        <source>What can be shown</source>
        <translation>Was gezeigt werden kann</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Whole system</source>
        <translation>Ganzes System</translation>
    </message>
    <message>
        <source>A chart has one unit: %1.</source>
        <translation>Ein Diagramm hat eine Einheit: %1.</translation>
    </message>
    <message>
        <source>Tick what the chart is to show; it may be of several components.</source>
        <translation>Ankreuzen, was das Diagramm zeigen soll; es darf von mehreren Komponenten sein.</translation>
    </message>
</context>
<context>
    <name>loadframe::SettingEditor</name>
    <message>
        <source>mixed</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Choose a distribution</source>
        <translation>Verteilung wählen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. Allowed: %3</source>
        <translation>%1: %2. Erlaubt: %3</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Open measured times</source>
        <translation>Gemessene Zeiten öffnen</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt);;All files (*)</source>
        <translation>CSV-Dateien (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a profile</source>
        <translation>Verlauf wählen</translation>
    </message>
    <message>
        <source>Open recorded traffic</source>
        <translation>Aufgezeichneten Verkehr öffnen</translation>
    </message>
    <message>
        <source>= %1</source>
        <translation>= %1</translation>
    </message>
    <message>
        <source>Choose a value from %1 to %2.</source>
        <translation>Einen Wert von %1 bis %2 wählen.</translation>
    </message>
</context>
<context>
    <name>loadframe::SettingRow</name>
    <message>
        <source>Back to the default: %1</source>
        <translation>Zurück zur Vorgabe: %1</translation>
    </message>
    <message>
        <source>Back to the default of %1: %2</source>
        <translation>Zurück zur Vorgabe für %1: %2</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>; allowed: from %1 to %2</source>
        <translation>; erlaubt: von %1 bis %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
</context>
<context>
    <name>loadframe::SettingsForm</name>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>Back to the defaults of this group</source>
        <translation>Zurück zu den Voreinstellungen dieser Gruppe</translation>
    </message>
    <message>
        <source>Back to the defaults of %1</source>
        <translation>Zurück zu den Voreinstellungen von %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>settings of a group that are not at their defaults</comment>
        <translation>%1 geändert</translation>
    </message>
</context>
<context>
    <name>loadframe::SettingsTab</name>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Copy, paste and reset settings</source>
        <translation>Einstellungen kopieren, einfügen und zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Copy settings</source>
        <translation>Einstellungen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste settings</source>
        <translation>Einstellungen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Reset all to defaults</source>
        <translation>Alle auf Voreinstellungen &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>These elements have no settings in common.</source>
        <translation>Diese Elemente haben keine gemeinsamen Einstellungen.</translation>
    </message>
    <message>
        <source>What these elements of several kinds have in common:</source>
        <translation>Was diese Elemente verschiedener Art gemeinsam haben:</translation>
    </message>
    <message>
        <source>There is nothing to set here.</source>
        <translation>Hier gibt es nichts einzustellen.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <translation>Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Documented settings of well-known systems, and your own</source>
        <translation>Dokumentierte Einstellungen bekannter Systeme, und eigene</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Apply the preset %1</source>
        <translation>Vorlage %1 anwenden</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>Save settings as a preset</source>
        <translation>Einstellungen als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>Einstellungen einfügen</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
</context>
<context>
    <name>loadframe::StartPage</name>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>New drawing</source>
        <translation>Neue Zeichnung</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Draw a system, run it, break it</source>
        <translation>Ein System zeichnen, laufen lassen, stören</translation>
    </message>
    <message>
        <source>Drag a kind from the palette to begin, or start from what others have drawn.</source>
        <translation>Zum Anfangen eine Art aus der Palette ziehen, oder mit dem beginnen, was andere gezeichnet haben.</translation>
    </message>
    <message>
        <source>What papers found</source>
        <translation>Was Aufsätze fanden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when it was changed, and its folder</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>From one server to a million users, step by step</source>
        <translation>Von einem Server zu einer Million Nutzer, Schritt für Schritt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a step&apos;s number and name</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>loadframe::TallyView</name>
    <message>
        <source>Coalesced misses</source>
        <translation>Zusammengelegte Fehlgriffe</translation>
    </message>
    <message>
        <source>They waited for another&apos;s fetch.</source>
        <translation>Sie warteten auf das Holen eines anderen.</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Kaltstarts</translation>
    </message>
    <message>
        <source>Requests that waited for a new instance.</source>
        <translation>Anfragen, die auf eine neue Instanz warteten.</translation>
    </message>
    <message>
        <source>Stale reads</source>
        <translation>Veraltet gelesen</translation>
    </message>
    <message>
        <source>They missed a write that was acknowledged before they began.</source>
        <translation>Ihnen fehlte ein Schreibzugriff, der vor ihrem Beginn bestätigt war.</translation>
    </message>
    <message>
        <source>Hinted writes</source>
        <translation>Hinterlegte Schreibzugriffe</translation>
    </message>
    <message>
        <source>Kept by another node for a dead one.</source>
        <translation>Von einem anderen Knoten für einen ausgefallenen aufbewahrt.</translation>
    </message>
    <message>
        <source>Lost writes</source>
        <translation>Verlorene Schreibzugriffe</translation>
    </message>
    <message>
        <source>Acknowledged, and lost by a failover.</source>
        <translation>Bestätigt und durch ein Failover verloren.</translation>
    </message>
    <message>
        <source>Redelivered</source>
        <translation>Erneut zugestellt</translation>
    </message>
    <message>
        <source>Deliveries beyond a message&apos;s first.</source>
        <translation>Zustellungen nach der ersten einer Nachricht.</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Unzustellbar</translation>
    </message>
    <message>
        <source>Messages given up after too many deliveries.</source>
        <translation>Nach zu vielen Zustellungen aufgegebene Nachrichten.</translation>
    </message>
    <message>
        <source>Messages lost</source>
        <translation>Verlorene Nachrichten</translation>
    </message>
    <message>
        <source>They outlived their retention, or were lost in a crash.</source>
        <translation>Ihre Aufbewahrung lief ab, oder ein Absturz nahm sie mit.</translation>
    </message>
    <message>
        <source>Wasted calls</source>
        <translation>Vergebliche Aufrufe</translation>
    </message>
    <message>
        <source>Finished after their caller had given up.</source>
        <translation>Fertig, nachdem der Aufrufer aufgegeben hatte.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Since the start, in the currency of the prices: US dollars by default.</source>
        <translation>Seit dem Start, in der Währung der Preise: als Vorgabe US-Dollar.</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>Seit dem Start</translation>
    </message>
</context>
<context>
    <name>loadframe::TargetsView</name>
    <message>
        <source>down since %1</source>
        <translation>ausgefallen seit %1</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>link cut, not noticed yet</source>
        <translation>Leitung getrennt, noch unbemerkt</translation>
    </message>
    <message>
        <source>dead, not noticed yet</source>
        <translation>tot, noch unbemerkt</translation>
    </message>
    <message>
        <source>hung, not noticed yet</source>
        <translation>hängt, noch unbemerkt</translation>
    </message>
    <message>
        <source>booting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>up</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>loadframe::TidyUp</name>
    <message>
        <source>Tidying up…</source>
        <translation>Wird aufgeräumt…</translation>
    </message>
    <message>
        <source>It is tidy already.</source>
        <translation>Es ist schon aufgeräumt.</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
</context>
<context>
    <name>loadframe::TimelinePanel</name>
    <message>
        <source>Show the &amp;whole run</source>
        <translation>Den &amp;ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>&amp;Memory for recording and rewinding</source>
        <translation>&amp;Speicher für Aufzeichnung und Zurückspulen</translation>
    </message>
    <message>
        <source>Timeline options</source>
        <translation>Einstellungen der Zeitleiste</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
</context>
<context>
    <name>loadframe::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>%1, in the past of a run of %2. Run goes on from here.</source>
        <translation>%1, in der Vergangenheit eines Laufs von %2. Mit „Start“ geht es von hier weiter.</translation>
    </message>
    <message>
        <source>%1, the end of the run so far</source>
        <translation>%1, das bisherige Ende des Laufs</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Run the system; then drag here to go back in time.</source>
        <translation>System laufen lassen; dann hier ziehen, um in der Zeit zurückzugehen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ok per second</source>
        <translation>%1 gelungen pro Sekunde</translation>
    </message>
    <message>
        <source>%1 failed per second</source>
        <translation>%1 gescheitert pro Sekunde</translation>
    </message>
    <message>
        <source>Before %1, samples have been merged to save memory.</source>
        <translation>Vor %1 sind Messwerte zusammengefasst, um Speicher zu sparen.</translation>
    </message>
    <message>
        <source>Going on from an earlier moment replaces this.</source>
        <translation>Wer von einem früheren Augenblick weiterläuft, ersetzt dies.</translation>
    </message>
</context>
<context>
    <name>loadframe::TopBar</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select, move and edit (V)</source>
        <translation>Auswählen, verschieben und bearbeiten (V)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Wire callers to what they call (C)</source>
        <translation>Aufrufer mit Aufgerufenem verbinden (C)</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Kill, restart, cut and mend by a click (B)</source>
        <translation>Per Klick ausfallen lassen, neu starten, trennen und wiederherstellen (B)</translation>
    </message>
</context>
<context>
    <name>loadframe::TrafficControl</name>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Dots are drawn at random from all calls: how dense they are tells the rate (T)</source>
        <translation>Punkte sind zufällig aus allen Aufrufen gezogen: wie dicht sie sind, zeigt die Rate (T)</translation>
    </message>
    <message>
        <source>Single requests</source>
        <translation>Einzelne Anfragen</translation>
    </message>
    <message>
        <source>Follows a few requests hop by hop, in slow motion: numbered, and where they truly are (T)</source>
        <translation>Folgt wenigen Anfragen Schritt für Schritt, in Zeitlupe: nummeriert, und wo sie wirklich sind (T)</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What dots, wires and signs mean</source>
        <translation>Was Punkte, Leitungen und Zeichen bedeuten</translation>
    </message>
</context>
<context>
    <name>loadframe::Workspace</name>
    <message>
        <source>Standard arrangement</source>
        <translation>Standardanordnung</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>loadframe::ZoomControl</name>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Draw a system, run it live, break it, and see what happens.</source>
        <translation>Ein System zeichnen, live laufen lassen, stören und sehen, was passiert.</translation>
    </message>
    <message>
        <source>Language of the window: %1. Without it, the system&apos;s.</source>
        <translation>Sprache des Fensters: %1. Ohne Angabe die des Systems.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>There is no language “%1”; choose one of: %2.</source>
        <translation>Es gibt keine Sprache „%1“; möglich sind: %2.</translation>
    </message>
    <message>
        <source>Layouts to open, each in a window of its own.</source>
        <translation>Layouts zum Öffnen, jedes in einem eigenen Fenster.</translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 wieder da</translation>
    </message>
    <message>
        <source>%1 out of memory</source>
        <translation>%1 ohne Speicher</translation>
    </message>
    <message>
        <source>%1 promoted</source>
        <translation>%1 befördert</translation>
    </message>
    <message>
        <source>circuit to %1 open</source>
        <translation>Sicherung zu %1 offen</translation>
    </message>
    <message>
        <source>circuit to %1 closed</source>
        <translation>Sicherung zu %1 geschlossen</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Whole system</source>
        <translation>Ganzes System</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>busiest component</source>
        <translation>meistbeschäftigte Komponente</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>at one time</source>
        <translation>zugleich</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>theme</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>circuit open</source>
        <translation>Sicherung offen</translation>
    </message>
    <message>
        <source>shed</source>
        <translation>abgeworfen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>zurückgezogen</translation>
    </message>
</context>
</TS>
