<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>App</name>
    <message>
        <source>A board cannot be used: {}</source>
        <translation>No se puede usar un tablero: {}</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {}</source>
        <translation>No se pueden guardar los ajustes: {}</translation>
    </message>
    <message>
        <source>Chosen words are sent to {}</source>
        <translation>Las palabras elegidas se envían a {}</translation>
    </message>
    <message>
        <source>Chosen words are sent to {}, and nowhere else.</source>
        <translation>Las palabras elegidas se envían a {}, y a ningún otro sitio.</translation>
    </message>
    <message>
        <source>Nothing that is said leaves this computer.</source>
        <translation>Nada de lo que se dice sale de este ordenador.</translation>
    </message>
    <message>
        <source>The board “{}” is not here.</source>
        <translation>El tablero «{}» no está aquí.</translation>
    </message>
    <message>
        <source>“{}” cannot be done here.</source>
        <translation>«{}» no se puede hacer aquí.</translation>
    </message>
    <message>
        <source>Settings: {}</source>
        <translation>Ajustes: {}</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({}); your message is safe.</source>
        <translation>Algo ha fallado dentro del programa ({}); tu mensaje está a salvo.</translation>
    </message>
    <message>
        <source>This is my voice.</source>
        <translation>Esta es mi voz.</translation>
    </message>
</context>
<context>
    <name>BackupsDesk</name>
    <message>
        <source>Nothing has changed since the last backup, so it holds everything.</source>
        <translation>Nada ha cambiado desde la última copia: ya lo contiene todo.</translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation>La copia está hecha.</translation>
    </message>
    <message>
        <source>The boards are back. What was there before is kept as the newest backup.</source>
        <translation>Los tableros han vuelto. Lo que había antes está guardado en la copia más reciente.</translation>
    </message>
    <message>
        <source>Everything is saved in {}</source>
        <translation>Todo está guardado en {}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>All backups</source>
        <translation>Todas las copias</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Save everything of this person as a file</source>
        <translation>Guardar todo lo de esta persona en un archivo</translation>
    </message>
    <message>
        <source>With what was said</source>
        <translation>Con lo que se dijo</translation>
    </message>
    <message>
        <source>Put these boards back</source>
        <translation>Recuperar estos tableros</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made before boards are edited.</source>
        <translation>Aún no hay ninguna copia. Se hace una antes de editar los tableros.</translation>
    </message>
    <message>
        <source>Press a backup to see what it would change.</source>
        <translation>Pulsa una copia para ver qué cambiaría.</translation>
    </message>
</context>
<context>
    <name>BoardEditor</name>
    <message>
        <source>Back to speaking</source>
        <translation>Volver a hablar</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Show the {} hidden words</source>
        <translation>Mostrar las {} palabras ocultas</translation>
    </message>
    <message>
        <source>No word is hidden</source>
        <translation>No hay palabras ocultas</translation>
    </message>
    <message>
        <source>Name of the board</source>
        <translation>Nombre del tablero</translation>
    </message>
    <message>
        <source>Name of the new board</source>
        <translation>Nombre del tablero nuevo</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Tablero nuevo</translation>
    </message>
    <message>
        <source>Show the board as it is at</source>
        <translation>Ver el tablero como está en</translation>
    </message>
    <message>
        <source>After a word</source>
        <translation>Después de una palabra</translation>
    </message>
    <message>
        <source>Words from a list…</source>
        <translation>Palabras de una lista…</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Crearlo</translation>
    </message>
    <message>
        <source>Begin with it</source>
        <translation>Empezar por él</translation>
    </message>
    <message>
        <source>Copy the board</source>
        <translation>Copiar el tablero</translation>
    </message>
    <message>
        <source>Remove the board</source>
        <translation>Quitar el tablero</translation>
    </message>
    <message>
        <source>level {}</source>
        <translation>nivel {}</translation>
    </message>
    <message>
        <source>all levels</source>
        <translation>todos los niveles</translation>
    </message>
    <message>
        <source>As the settings say</source>
        <translation>Como digan los ajustes</translation>
    </message>
    <message>
        <source>Go to the first board</source>
        <translation>Ir al tablero de inicio</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>{} (copy)</source>
        <translation>{} (copia)</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>A picture without a word</source>
        <translation>Una imagen sin palabra</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seleccionada</translation>
    </message>
    <message>
        <source>No word to complete</source>
        <translation>No hay palabra que completar</translation>
    </message>
    <message>
        <source>leads to another board</source>
        <translation>lleva a otro tablero</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>describing word</source>
        <translation>palabra que describe</translation>
    </message>
    <message>
        <source>thing</source>
        <translation>cosa</translation>
    </message>
    <message>
        <source>social word</source>
        <translation>palabra social</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>important</source>
        <translation>importante</translation>
    </message>
</context>
<context>
    <name>CreditFields</name>
    <message>
        <source>Whose it is (empty: your own)</source>
        <translation>De quién es (vacío: tuya)</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
</context>
<context>
    <name>Dial</name>
    <message>
        <source>less</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>more</source>
        <translation>más</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>The PIN was taken away by solving the sum. A new one can be chosen.</source>
        <translation>El PIN se ha quitado resolviendo la cuenta. Se puede elegir otro.</translation>
    </message>
</context>
<context>
    <name>EditorBoards</name>
    <message>
        <source>New board</source>
        <translation>Tablero nuevo</translation>
    </message>
</context>
<context>
    <name>EditorDesk</name>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Todo está guardado.</translation>
    </message>
    <message>
        <source>The boards cannot be saved yet, and nothing is lost: {}</source>
        <translation>Los tableros aún no se pueden guardar, y no se pierde nada: {}</translation>
    </message>
</context>
<context>
    <name>EditorPictures</name>
    <message>
        <source>Write the word first.</source>
        <translation>Escriba primero la palabra.</translation>
    </message>
    <message>
        <source>There is no photo on the clipboard.</source>
        <translation>No hay ninguna foto en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>EditorPresses</name>
    <message>
        <source>The message is empty: write there first, with the boards.</source>
        <translation>El mensaje está vacío: escriba primero en él, con los tableros.</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Written: {} ({} boards, {} pictures and sounds)</source>
        <translation>Escrito: {} ({} tableros, {} imágenes y sonidos)</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Boards into a file</source>
        <translation>Tableros a un archivo</translation>
    </message>
    <message>
        <source>Which boards</source>
        <translation>Qué tableros</translation>
    </message>
    <message>
        <source>Into which file</source>
        <translation>A qué archivo</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Escribir el archivo</translation>
    </message>
    <message>
        <source>Every communicator that reads the Open Board Format opens it.</source>
        <translation>Lo abre cualquier comunicador que lea Open Board Format.</translation>
    </message>
    <message>
        <source>All boards</source>
        <translation>Todos los tableros</translation>
    </message>
    <message>
        <source>Only “{}”</source>
        <translation>Solo «{}»</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>The folder above</source>
        <translation>La carpeta de arriba</translation>
    </message>
    <message>
        <source>Folders and files</source>
        <translation>Carpetas y archivos</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>These lead to “{}”</source>
        <translation>Estos llevan a «{}»</translation>
    </message>
    <message>
        <source>Links that lead nowhere: {}</source>
        <translation>Enlaces que no llevan a ningún sitio: {}</translation>
    </message>
    <message>
        <source>Every link leads to a board.</source>
        <translation>Todos los enlaces llevan a un tablero.</translation>
    </message>
    <message>
        <source>Find a word on any board</source>
        <translation>Buscar una palabra en todos los tableros</translation>
    </message>
    <message>
        <source>All boards, and how many buttons lead to each</source>
        <translation>Todos los tableros, y cuántos botones llevan a cada uno</translation>
    </message>
    <message>
        <source>No board has this word.</source>
        <translation>Ningún tablero tiene esta palabra.</translation>
    </message>
    <message>
        <source>, hidden</source>
        <translation>, oculta</translation>
    </message>
    <message>
        <source>{}  (always on the screen)</source>
        <translation>{}  (siempre en la pantalla)</translation>
    </message>
    <message>
        <source>{}  (no button leads here)</source>
        <translation>{}  (ningún botón lleva aquí)</translation>
    </message>
</context>
<context>
    <name>Hit</name>
    <message>
        <source>the picture is not on this computer</source>
        <translation>la imagen no está en este ordenador</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Reading “{}”…</source>
        <translation>Leyendo «{}»…</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Add them to my boards</source>
        <translation>Añadirlos a mis tableros</translation>
    </message>
    <message>
        <source>Put them in the place of my boards</source>
        <translation>Ponerlos en lugar de mis tableros</translation>
    </message>
    <message>
        <source>What became of the file</source>
        <translation>Qué ha sido del archivo</translation>
    </message>
    <message>
        <source>Either can be undone; the boards before are also backed up.</source>
        <translation>Las dos cosas se pueden deshacer; de los tableros anteriores hay además una copia.</translation>
    </message>
    <message>
        <source>{} boards, {} buttons, {} links, {} pictograms, {} left out</source>
        <translation>{} tableros, {} botones, {} enlaces, {} pictogramas, {} cosas fuera</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Done in another way</source>
        <translation>Hecho de otra manera</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomado</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>Borrar la última cifra</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>{} digits</source>
        <translation>{} cifras</translation>
    </message>
</context>
<context>
    <name>LockDesk</name>
    <message>
        <source>Too many wrong PINs. Try again in {} seconds.</source>
        <translation>Demasiados PIN equivocados. Pruebe otra vez dentro de {} segundos.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>That is not the answer. Here is another sum.</source>
        <translation>Esa no es la respuesta. Aquí hay otra cuenta.</translation>
    </message>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>Un PIN tiene de cuatro a ocho cifras.</translation>
    </message>
    <message>
        <source>The two PINs were different. Choose one again.</source>
        <translation>Los dos PIN eran distintos. Elija uno otra vez.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>I have forgotten the PIN</source>
        <translation>He olvidado el PIN</translation>
    </message>
    <message>
        <source>Everybody, without a PIN</source>
        <translation>Todo el mundo, sin PIN</translation>
    </message>
    <message>
        <source>Whoever knows a PIN…</source>
        <translation>Quien sepa un PIN…</translation>
    </message>
    <message>
        <source>The PIN is held by</source>
        <translation>El PIN lo tiene</translation>
    </message>
    <message>
        <source>Editing the boards is locked. What is the PIN?</source>
        <translation>La edición de los tableros está bloqueada. ¿Cuál es el PIN?</translation>
    </message>
    <message>
        <source>It is held by: {}. The message and the urgent words go on working.</source>
        <translation>Lo tiene: {}. El mensaje y las palabras urgentes siguen funcionando.</translation>
    </message>
    <message>
        <source>How much is {}?</source>
        <translation>¿Cuánto es {}?</translation>
    </message>
    <message>
        <source>With the right answer the PIN is taken away and the boards can be edited. That it was done this way is written into the log. The lock keeps boards from being changed by chance; it is no secret&apos;s keeper.</source>
        <translation>Con la respuesta correcta se quita el PIN y los tableros se pueden editar. Queda escrito en el registro que se hizo así. El bloqueo evita que los tableros se cambien por casualidad; no guarda secretos.</translation>
    </message>
    <message>
        <source>Who may edit the boards?</source>
        <translation>¿Quién puede editar los tableros?</translation>
    </message>
    <message>
        <source>Everybody is also right for a person who edits their own boards. A forgotten PIN can be taken away by solving a sum.</source>
        <translation>«Todo el mundo» también vale para quien edita sus propios tableros. Un PIN olvidado se puede quitar resolviendo una cuenta.</translation>
    </message>
    <message>
        <source>Choose a PIN of four to eight digits.</source>
        <translation>Elija un PIN de cuatro a ocho cifras.</translation>
    </message>
    <message>
        <source>It is kept on this computer only, and never as it is written.</source>
        <translation>Se guarda solo en este ordenador, y nunca tal como se escribe.</translation>
    </message>
    <message>
        <source>The same PIN once more.</source>
        <translation>El mismo PIN otra vez.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Communicator</source>
        <translation>Comunicador</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Hablar</translation>
    </message>
    <message>
        <source>Delete last</source>
        <translation>Borrar último</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation>Tal cual</translation>
    </message>
    <message>
        <source>No other reading</source>
        <translation>No hay otra lectura</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Words from a list…</source>
        <translation>Palabras de una lista…</translation>
    </message>
    <message>
        <source>Boards from a file…</source>
        <translation>Traer tableros de un archivo…</translation>
    </message>
    <message>
        <source>Boards into a file…</source>
        <translation>Llevar tableros a un archivo…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Who may edit…</source>
        <translation>Quién puede editar…</translation>
    </message>
    <message>
        <source>Keys on the board: arrows go from cell to cell, Enter selects, Ctrl and an arrow moves a word, Delete removes it, Ctrl+C, Ctrl+X and Ctrl+V copy, cut and paste, Ctrl+Z takes back, Ctrl+F finds. A word can also be dragged.</source>
        <translation>Teclas en el tablero: las flechas van de casilla en casilla, Intro selecciona, Ctrl y una flecha mueven una palabra, Supr la quita, Ctrl+C, Ctrl+X y Ctrl+V copian, cortan y pegan, Ctrl+Z deshace, Ctrl+F busca. Una palabra también se puede arrastrar.</translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message>
        <source>the person</source>
        <translation>la persona</translation>
    </message>
    <message>
        <source>Person {}</source>
        <translation>Persona {}</translation>
    </message>
    <message>
        <source>{}: the profile is damaged</source>
        <translation>{}: el perfil está dañado</translation>
    </message>
    <message>
        <source>This picture is not on this computer yet.</source>
        <translation>Esta imagen aún no está en este ordenador.</translation>
    </message>
    <message>
        <source>{} is being read…</source>
        <translation>Leyendo {}…</translation>
    </message>
    <message>
        <source>{} is here now.</source>
        <translation>{} ya está aquí.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Who is to be changed?</source>
        <translation>¿A quién quieres cambiar?</translation>
    </message>
    <message>
        <source>Who is speaking?</source>
        <translation>¿Quién habla?</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Change names and pictures</source>
        <translation>Cambiar nombres e imágenes</translation>
    </message>
    <message>
        <source>Take a person from a file</source>
        <translation>Traer a una persona de un archivo</translation>
    </message>
    <message>
        <source>Bring {} back</source>
        <translation>Traer de vuelta a {}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Look for a pictogram</source>
        <translation>Buscar un pictograma</translation>
    </message>
    <message>
        <source>A picture from a file</source>
        <translation>Una imagen de un archivo</translation>
    </message>
    <message>
        <source>The picture that was copied</source>
        <translation>La imagen copiada</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Quitar a esta persona</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>No picture was found for “{}”.</source>
        <translation>No se ha encontrado ninguna imagen para «{}».</translation>
    </message>
    <message>
        <source>What was found is about sex or violence, and is not shown.</source>
        <translation>Lo encontrado trata de sexo o violencia y no se muestra.</translation>
    </message>
    <message>
        <source>This drawing is not on this computer yet.</source>
        <translation>Este dibujo aún no está en este ordenador.</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>Imagen del portapapeles</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>The picture is coming…</source>
        <translation>La imagen está llegando…</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Leyendo {}…</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>{} pictures are still to come</source>
        <translation>Faltan {} imágenes por llegar</translation>
    </message>
    <message>
        <source>{} could not be had</source>
        <translation>{} no se han podido traer</translation>
    </message>
    <message>
        <source>Get {} pictures from ARASAAC</source>
        <translation>Traer {} imágenes de ARASAAC</translation>
    </message>
</context>
<context>
    <name>PicturePreview</name>
    <message>
        <source>Search a word, then press a picture.</source>
        <translation>Busca una palabra y pulsa una imagen.</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Usar esta imagen</translation>
    </message>
</context>
<context>
    <name>PictureSearchPage</name>
    <message>
        <source>ARASAAC is asked too: the word that you search is sent there.</source>
        <translation>También se pregunta a ARASAAC: se le envía la palabra que buscas.</translation>
    </message>
    <message>
        <source>Only this computer is searched; nothing is sent anywhere.</source>
        <translation>Solo se busca en este ordenador; no se envía nada a ningún sitio.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De un archivo</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Del portapapeles</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Fetch from ARASAAC</source>
        <translation>Traer de ARASAAC</translation>
    </message>
    <message>
        <source>Show pictures about sex and violence</source>
        <translation>Mostrar imágenes de sexo y violencia</translation>
    </message>
    <message>
        <source>What the picture is to show</source>
        <translation>Qué debe mostrar la imagen</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Written: {}</source>
        <translation>Escrito: {}</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagen (PNG)</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Apaisada</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Lines to cut along</source>
        <translation>Líneas para recortar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>La hoja</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>This board: {}</source>
        <translation>Este tablero: {}</translation>
    </message>
    <message>
        <source>The whole vocabulary, a page for each board</source>
        <translation>Todo el vocabulario, una página por tablero</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>Hacer el archivo</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
</context>
<context>
    <name>SizePart</name>
    <message>
        <source>Rows at the bottom</source>
        <translation>Filas abajo</translation>
    </message>
    <message>
        <source>Columns on the right</source>
        <translation>Columnas a la derecha</translation>
    </message>
    <message>
        <source>Rows at the top</source>
        <translation>Filas arriba</translation>
    </message>
    <message>
        <source>Columns on the left</source>
        <translation>Columnas a la izquierda</translation>
    </message>
    <message>
        <source>{}: one less</source>
        <translation>{}: una menos</translation>
    </message>
    <message>
        <source>{}: one more</source>
        <translation>{}: una más</translation>
    </message>
    <message>
        <source>Make it so</source>
        <translation>Hacerlo así</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Size: {} rows, {} columns</source>
        <translation>Tamaño: {} filas, {} columnas</translation>
    </message>
    <message>
        <source>It would have {} rows and {} columns.</source>
        <translation>Tendría {} filas y {} columnas.</translation>
    </message>
    <message>
        <source>{} words would go: {}</source>
        <translation>{} palabras desaparecerían: {}</translation>
    </message>
    <message>
        <source>{} words would stand in another place.</source>
        <translation>{} palabras quedarían en otro sitio.</translation>
    </message>
    <message>
        <source>Every word keeps its place.</source>
        <translation>Todas las palabras conservan su sitio.</translation>
    </message>
</context>
<context>
    <name>SoundChooser</name>
    <message>
        <source>Recording… {} s</source>
        <translation>Grabando… {} s</translation>
    </message>
    <message>
        <source>A new sound of {} s. Listen, then use it.</source>
        <translation>Un sonido nuevo de {} s. Escúchalo y úsalo.</translation>
    </message>
    <message>
        <source>“{}” has a recorded sound.</source>
        <translation>«{}» tiene un sonido grabado.</translation>
    </message>
    <message>
        <source>“{}” is said by the voice.</source>
        <translation>«{}» lo dice la voz.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Parar de grabar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Leyendo {}…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>De un archivo</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Remove the sound</source>
        <translation>Quitar el sonido</translation>
    </message>
    <message>
        <source>Use this sound</source>
        <translation>Usar este sonido</translation>
    </message>
</context>
<context>
    <name>SoundDesk</name>
    <message>
        <source>That was too short. Press, speak, and press again.</source>
        <translation>Ha sido demasiado corto. Pulsa, habla y vuelve a pulsar.</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Communicator</source>
        <translation>Comunicador</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>{}: take the words of the message</source>
        <translation>{}: tomar las palabras del mensaje</translation>
    </message>
</context>
<context>
    <name>ToolColumn</name>
    <message>
        <source>Past</source>
        <translation>Pasado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>Futuro</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Please do</source>
        <translation>Pedir</translation>
    </message>
    <message>
        <source>Exclaim</source>
        <translation>Exclamar</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Edit boards</source>
        <translation>Editar tableros</translation>
    </message>
    <message>
        <source>Speak in: {}</source>
        <translation>Hablar en: {}</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Hacerlo de todos modos</translation>
    </message>
    <message>
        <source>Urgent: {} could not be said any more. A person may need it to stop something or to call for help.</source>
        <translation>Urgente: {} ya no se podría decir. Puede hacer falta para parar algo o para pedir ayuda.</translation>
    </message>
</context>
<context>
    <name>VariantControls</name>
    <message>
        <source>Plural mark</source>
        <translation>Marca de plural</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Blanco y negro</translation>
    </message>
    <message>
        <source>Tense mark</source>
        <translation>Marca de tiempo</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Pelo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>past</source>
        <translation>pasado</translation>
    </message>
    <message>
        <source>future</source>
        <translation>futuro</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>como está dibujado</translation>
    </message>
    <message>
        <source>very light</source>
        <translation>muy clara</translation>
    </message>
    <message>
        <source>light, yellowish</source>
        <translation>clara, amarillenta</translation>
    </message>
    <message>
        <source>light brown</source>
        <translation>morena clara</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>morena</translation>
    </message>
    <message>
        <source>dark brown</source>
        <translation>morena oscura</translation>
    </message>
    <message>
        <source>blonde</source>
        <translation>rubio</translation>
    </message>
    <message>
        <source>red</source>
        <translation>pelirrojo</translation>
    </message>
    <message>
        <source>brown hair</source>
        <translation>castaño</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>castaño oscuro</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanco</translation>
    </message>
</context>
<context>
    <name>WordDeeds</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>In the message</source>
        <translation>En el mensaje</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>When it is pressed</source>
        <translation>Al pulsarlo</translation>
    </message>
    <message>
        <source>Go to that board</source>
        <translation>Ir a ese tablero</translation>
    </message>
    <message>
        <source>New board…</source>
        <translation>Tablero nuevo…</translation>
    </message>
    <message>
        <source>Speak at once, without the sentence</source>
        <translation>Decirlo al momento, sin la frase</translation>
    </message>
    <message>
        <source>Recorded sound: yes…</source>
        <translation>Sonido grabado: sí…</translation>
    </message>
    <message>
        <source>Recorded sound: none…</source>
        <translation>Sonido grabado: no…</translation>
    </message>
    <message>
        <source>(a board that is not here)</source>
        <translation>(un tablero que no está)</translation>
    </message>
    <message>
        <source>various</source>
        <translation>varios</translation>
    </message>
</context>
<context>
    <name>WordListPage</name>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Words from a list</source>
        <translation>Palabras de una lista</translation>
    </message>
    <message>
        <source>One word in each line, or parted by commas. Pictures are chosen by the word.</source>
        <translation>Una palabra en cada línea, o separadas por comas. Las imágenes se eligen por la palabra.</translation>
    </message>
    <message>
        <source>The list of words</source>
        <translation>La lista de palabras</translation>
    </message>
    <message>
        <source>Paste or write the words here</source>
        <translation>Pegue o escriba aquí las palabras</translation>
    </message>
    <message>
        <source>Find their pictures</source>
        <translation>Buscar sus imágenes</translation>
    </message>
    <message>
        <source>Name of the new board</source>
        <translation>Nombre del tablero nuevo</translation>
    </message>
    <message>
        <source>Make a board of them</source>
        <translation>Hacer un tablero con ellas</translation>
    </message>
    <message>
        <source>Put them into empty cells of “{}”</source>
        <translation>Ponerlas en casillas vacías de «{}»</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>{}: no picture</source>
        <translation>{}: sin imagen</translation>
    </message>
</context>
<context>
    <name>WordLooks</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Paste photo</source>
        <translation>Pegar foto</translation>
    </message>
    <message>
        <source>Search or file…</source>
        <translation>Buscar o archivo…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Kind of word</source>
        <translation>Clase de palabra</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Not shown at the size of board that the settings ask for.</source>
        <translation>No se ve con el tamaño de tablero que piden los ajustes.</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>No hay nada seleccionado</translation>
    </message>
    <message>
        <source>A new word</source>
        <translation>Una palabra nueva</translation>
    </message>
    <message>
        <source>A button without a word</source>
        <translation>Un botón sin palabra</translation>
    </message>
    <message>
        <source>{} words</source>
        <translation>{} palabras</translation>
    </message>
    <message>
        <source>Press the cell that it goes to.</source>
        <translation>Pulse la casilla a la que va.</translation>
    </message>
    <message>
        <source>Each cell you press is selected too, or no longer.</source>
        <translation>Cada casilla que pulse se selecciona también, o deja de estarlo.</translation>
    </message>
    <message>
        <source>Press a word to change it, or an empty cell (+) for a new word.</source>
        <translation>Pulse una palabra para cambiarla, o una casilla vacía (+) para una palabra nueva.</translation>
    </message>
</context>
<context>
    <name>WordTexts</name>
    <message>
        <source>various</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Spoken instead</source>
        <translation>Se dice en su lugar</translation>
    </message>
    <message>
        <source>Word for the sentence</source>
        <translation>Palabra para la frase</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>Ponerla aquí</translation>
    </message>
</context>
<context>
    <name>WordTools</name>
    <message>
        <source>Several</source>
        <translation>Varias</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Hear</source>
        <translation>Oír</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Let move</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Fix place</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>the starting boards</source>
        <translation>los tableros del principio</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>hecha a mano</translation>
    </message>
    <message>
        <source>before editing</source>
        <translation>antes de editar</translation>
    </message>
    <message>
        <source>before importing</source>
        <translation>antes de importar</translation>
    </message>
    <message>
        <source>before restoring</source>
        <translation>antes de recuperar</translation>
    </message>
    <message>
        <source>Nothing would change: the boards are as they were then.</source>
        <translation>No cambiaría nada: los tableros están como entonces.</translation>
    </message>
    <message>
        <source>The board “{}” would come back.</source>
        <translation>Volvería el tablero «{}».</translation>
    </message>
    <message>
        <source>The board “{}” would go; it stays in a new backup.</source>
        <translation>Se iría el tablero «{}»; queda guardado en una copia nueva.</translation>
    </message>
    <message>
        <source>… and {} more boards</source>
        <translation>… y {} tableros más</translation>
    </message>
    <message>
        <source>these words would come: {}</source>
        <translation>vendrían estas palabras: {}</translation>
    </message>
    <message>
        <source>these words would go: {}</source>
        <translation>se irían estas palabras: {}</translation>
    </message>
    <message>
        <source>these words would be as before: {}</source>
        <translation>estas palabras quedarían como antes: {}</translation>
    </message>
    <message>
        <source>words would stand where they stood</source>
        <translation>las palabras volverían a su sitio de entonces</translation>
    </message>
    <message>
        <source>its look would be as before</source>
        <translation>su aspecto sería el de antes</translation>
    </message>
    <message>
        <source>The board “{}”:</source>
        <translation>El tablero «{}»:</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} y {} más</translation>
    </message>
</context>
<context>
    <name>credit</name>
    <message>
        <source>The pictographic symbols used are the property of the Government of Aragón and have been created by Sergio Palao for ARASAAC (http://www.arasaac.org), that distributes them under Creative Commons License BY-NC-SA.</source>
        <translation>Los símbolos pictográficos utilizados son propiedad del Gobierno de Aragón y han sido creados por Sergio Palao para ARASAAC (http://www.arasaac.org), que los distribuye bajo Licencia Creative Commons BY-NC-SA.</translation>
    </message>
    <message>
        <source>Other pictures and sounds on these boards:</source>
        <translation>Otras imágenes y sonidos de estos tableros:</translation>
    </message>
</context>
<context>
    <name>edit_names</name>
    <message>
        <source>“{}” has a fixed place. Let it move first, with “Let move”.</source>
        <translation>«{}» tiene un sitio fijo. Primero hay que soltarla, con «Soltar».</translation>
    </message>
    <message>
        <source>There is no cell beyond the edge of the board.</source>
        <translation>No hay casillas más allá del borde del tablero.</translation>
    </message>
    <message>
        <source>There are not enough empty cells: {} more are needed.</source>
        <translation>No hay bastantes casillas vacías: faltan {}.</translation>
    </message>
    <message>
        <source>A board has at least one cell.</source>
        <translation>Un tablero tiene al menos una casilla.</translation>
    </message>
    <message>
        <source>A board has at most {} rows and columns.</source>
        <translation>Un tablero tiene como mucho {} filas y columnas.</translation>
    </message>
    <message>
        <source>“{}” is needed: it is the first board, or it holds the urgent words.</source>
        <translation>«{}» hace falta: es el tablero de inicio, o tiene las palabras urgentes.</translation>
    </message>
    <message>
        <source>Add “{}”</source>
        <translation>Añadir «{}»</translation>
    </message>
    <message>
        <source>Change “{}”</source>
        <translation>Cambiar «{}»</translation>
    </message>
    <message>
        <source>Move “{}”</source>
        <translation>Mover «{}»</translation>
    </message>
    <message>
        <source>Remove “{}”</source>
        <translation>Quitar «{}»</translation>
    </message>
    <message>
        <source>Cut “{}”</source>
        <translation>Cortar «{}»</translation>
    </message>
    <message>
        <source>Paste “{}”</source>
        <translation>Pegar «{}»</translation>
    </message>
    <message>
        <source>Other size of “{}”</source>
        <translation>Otro tamaño de «{}»</translation>
    </message>
    <message>
        <source>Hide “{}”</source>
        <translation>Ocultar «{}»</translation>
    </message>
    <message>
        <source>Show “{}”</source>
        <translation>Mostrar «{}»</translation>
    </message>
    <message>
        <source>Fix the place of “{}”</source>
        <translation>Fijar el sitio de «{}»</translation>
    </message>
    <message>
        <source>Let “{}” move</source>
        <translation>Soltar «{}»</translation>
    </message>
    <message>
        <source>Picture of “{}”</source>
        <translation>Imagen de «{}»</translation>
    </message>
    <message>
        <source>Sound of “{}”</source>
        <translation>Sonido de «{}»</translation>
    </message>
    <message>
        <source>Level of “{}”</source>
        <translation>Nivel de «{}»</translation>
    </message>
    <message>
        <source>Words for “{}”</source>
        <translation>Palabras para «{}»</translation>
    </message>
    <message>
        <source>New board “{}”</source>
        <translation>Tablero nuevo «{}»</translation>
    </message>
    <message>
        <source>Change the board “{}”</source>
        <translation>Cambiar el tablero «{}»</translation>
    </message>
    <message>
        <source>Remove the board “{}”</source>
        <translation>Quitar el tablero «{}»</translation>
    </message>
    <message>
        <source>Import “{}”</source>
        <translation>Traer «{}»</translation>
    </message>
</context>
<context>
    <name>editor_choices</name>
    <message>
        <source>various</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>Person (yellow)</source>
        <translation>Persona (amarillo)</translation>
    </message>
    <message>
        <source>Action (green)</source>
        <translation>Acción (verde)</translation>
    </message>
    <message>
        <source>Describing word (blue)</source>
        <translation>Cualidad (azul)</translation>
    </message>
    <message>
        <source>Thing (orange)</source>
        <translation>Cosa (naranja)</translation>
    </message>
    <message>
        <source>Social word (pink)</source>
        <translation>Palabra social (rosa)</translation>
    </message>
    <message>
        <source>Place (purple)</source>
        <translation>Lugar (morado)</translation>
    </message>
    <message>
        <source>Small word (white)</source>
        <translation>Palabra pequeña (blanco)</translation>
    </message>
    <message>
        <source>Another board (brown)</source>
        <translation>Otro tablero (marrón)</translation>
    </message>
    <message>
        <source>Urgent (red)</source>
        <translation>Urgente (rojo)</translation>
    </message>
    <message>
        <source>Other (grey)</source>
        <translation>Otra (gris)</translation>
    </message>
    <message>
        <source>As its kind</source>
        <translation>Según su clase</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Morado</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Says its word</source>
        <translation>Dice su palabra</translation>
    </message>
    <message>
        <source>Opens a board</source>
        <translation>Abre un tablero</translation>
    </message>
    <message>
        <source>Speaks the message</source>
        <translation>Dice el mensaje</translation>
    </message>
    <message>
        <source>Deletes the last word</source>
        <translation>Borra la última palabra</translation>
    </message>
    <message>
        <source>Clears the message</source>
        <translation>Vacía el mensaje</translation>
    </message>
    <message>
        <source>Takes back the last change</source>
        <translation>Deshace el último cambio</translation>
    </message>
    <message>
        <source>Goes to the first board</source>
        <translation>Va al tablero de inicio</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Vuelve atrás</translation>
    </message>
    <message>
        <source>Past: on or off</source>
        <translation>Pasado: sí o no</translation>
    </message>
    <message>
        <source>Now: on or off</source>
        <translation>Ahora: sí o no</translation>
    </message>
    <message>
        <source>Future: on or off</source>
        <translation>Futuro: sí o no</translation>
    </message>
    <message>
        <source>Question: on or off</source>
        <translation>Pregunta: sí o no</translation>
    </message>
    <message>
        <source>Please do: on or off</source>
        <translation>Petición: sí o no</translation>
    </message>
    <message>
        <source>Exclaim: on or off</source>
        <translation>Exclamación: sí o no</translation>
    </message>
    <message>
        <source>Not: on or off</source>
        <translation>Negación: sí o no</translation>
    </message>
    <message>
        <source>As chosen or sentence</source>
        <translation>Tal cual o frase</translation>
    </message>
    <message>
        <source>Ends the word being spelled</source>
        <translation>Termina la palabra que se deletrea</translation>
    </message>
    <message>
        <source>Something else: kept</source>
        <translation>Otra cosa: se conserva</translation>
    </message>
    <message>
        <source>Add it as usual</source>
        <translation>Añadirla como siempre</translation>
    </message>
    <message>
        <source>Always add it to the message</source>
        <translation>Añadirla siempre al mensaje</translation>
    </message>
    <message>
        <source>Do not add it to the message</source>
        <translation>No añadirla al mensaje</translation>
    </message>
    <message>
        <source>Always shown</source>
        <translation>Se ve siempre</translation>
    </message>
    <message>
        <source>From level 2 on</source>
        <translation>Desde el nivel 2</translation>
    </message>
    <message>
        <source>At level 3 only</source>
        <translation>Solo en el nivel 3</translation>
    </message>
</context>
<context>
    <name>editor_marks</name>
    <message>
        <source>Empty cell, row {}, column {}</source>
        <translation>Casilla vacía, fila {}, columna {}</translation>
    </message>
    <message>
        <source>not shown at this board size</source>
        <translation>no se ve con este tamaño de tablero</translation>
    </message>
    <message>
        <source>would go</source>
        <translation>desaparece</translation>
    </message>
    <message>
        <source>would move</source>
        <translation>se mueve</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>level {}</source>
        <translation>nivel {}</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fija</translation>
    </message>
</context>
<context>
    <name>failures</name>
    <message>
        <source>Something did not work: {}</source>
        <translation>Algo no ha funcionado: {}</translation>
    </message>
    <message>
        <source>There is no voice here, so words are only shown.</source>
        <translation>Aquí no hay voz: las palabras solo se muestran.</translation>
    </message>
    <message>
        <source>This computer plays no sound, so words are only shown.</source>
        <translation>Este ordenador no emite sonido: las palabras solo se muestran.</translation>
    </message>
    <message>
        <source>The chosen voice is not here any more; another one speaks.</source>
        <translation>La voz elegida ya no está aquí; habla otra.</translation>
    </message>
    <message>
        <source>Nothing can be recorded here: no microphone was found.</source>
        <translation>Aquí no se puede grabar: no hay micrófono.</translation>
    </message>
    <message>
        <source>A recorded sound cannot be played: {}</source>
        <translation>Un sonido grabado no se puede oír: {}</translation>
    </message>
    <message>
        <source>The voice failed; the next press starts it again.</source>
        <translation>La voz ha fallado; la próxima pulsación la inicia de nuevo.</translation>
    </message>
    <message>
        <source>The person&apos;s own style is not used: {}</source>
        <translation>El estilo propio de la persona no se usa: {}</translation>
    </message>
    <message>
        <source>Sentences are made on this computer alone: {}</source>
        <translation>Las frases se hacen solo en este equipo: {}</translation>
    </message>
    <message>
        <source>Sentences are made by rules; the language model: {}</source>
        <translation>Las frases se hacen con reglas; el modelo de lengua: {}</translation>
    </message>
    <message>
        <source>The words are spoken as chosen: {}</source>
        <translation>Las palabras se dicen tal cual: {}</translation>
    </message>
    <message>
        <source>ARASAAC does not answer; the pictures that are here stay: {}</source>
        <translation>ARASAAC no responde; las imágenes que ya están se quedan: {}</translation>
    </message>
    <message>
        <source>A board cannot be used: {}</source>
        <translation>No se puede usar un tablero: {}</translation>
    </message>
    <message>
        <source>Pictures cannot be kept: {}</source>
        <translation>No se pueden guardar imágenes: {}</translation>
    </message>
    <message>
        <source>A picture is missing: {}</source>
        <translation>Falta una imagen: {}</translation>
    </message>
    <message>
        <source>What is said is not remembered: {}</source>
        <translation>Lo que se dice no se recuerda: {}</translation>
    </message>
    <message>
        <source>The boards were left as they are: {}</source>
        <translation>Los tableros se han dejado como están: {}</translation>
    </message>
    <message>
        <source>The person was left as before: {}</source>
        <translation>La persona se ha dejado como estaba: {}</translation>
    </message>
    <message>
        <source>The profile file: {}</source>
        <translation>El archivo del perfil: {}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>is the message bar, which the window has already</source>
        <translation>es la barra del mensaje, que la ventana ya tiene</translation>
    </message>
    <message>
        <source>its row of controls is left to the window&apos;s own buttons</source>
        <translation>su fila de controles se deja a los botones de la ventana</translation>
    </message>
    <message>
        <source>its words were put on every board that shows it ({} boards)</source>
        <translation>sus palabras se pusieron en todos los tableros que lo muestran ({} tableros)</translation>
    </message>
    <message>
        <source>overlapped another button and was moved to a free place</source>
        <translation>se solapaba con otro botón y se llevó a un sitio libre</translation>
    </message>
    <message>
        <source>overlapped another button and was made smaller</source>
        <translation>se solapaba con otro botón y se hizo más pequeño</translation>
    </message>
    <message>
        <source>its grid of {} was drawn together; nothing changed sides</source>
        <translation>su cuadrícula de {} se juntó; nada cambió de lado</translation>
    </message>
    <message>
        <source>has no grid; its buttons were laid out in their order</source>
        <translation>no tiene cuadrícula; sus botones se colocaron en su orden</translation>
    </message>
    <message>
        <source>leads to a board that is not in the file ({})</source>
        <translation>lleva a un tablero que no está en el archivo ({})</translation>
    </message>
    <message>
        <source>opens a board without saying its word first</source>
        <translation>abre un tablero sin decir antes su palabra</translation>
    </message>
    <message>
        <source>has no word in the language asked for; taken in {}</source>
        <translation>no tiene palabra en el idioma pedido; se tomó en {}</translation>
    </message>
    <message>
        <source>the language asked for is not in the file; taken in {}</source>
        <translation>el idioma pedido no está en el archivo; se tomó en {}</translation>
    </message>
    <message>
        <source>its word is looked up in the other program; taken as {}</source>
        <translation>su palabra se busca en el otro programa; se tomó como {}</translation>
    </message>
    <message>
        <source>its word forms are kept; sentences are inflected by the engine ({})</source>
        <translation>sus formas se conservan; las frases las flexiona el motor ({})</translation>
    </message>
    <message>
        <source>its picture is on the network and was not fetched ({})</source>
        <translation>su imagen está en la red y no se trajo ({})</translation>
    </message>
    <message>
        <source>its picture belongs to a set that the file does not carry ({})</source>
        <translation>su imagen es de una colección que el archivo no lleva ({})</translation>
    </message>
    <message>
        <source>does something that this program does not know ({}); it is kept for other programs</source>
        <translation>hace algo que este programa no conoce ({}); se guarda para otros programas</translation>
    </message>
    <message>
        <source>deletes the last letter or word, not always one letter</source>
        <translation>borra la última letra o palabra, no siempre una letra</translation>
    </message>
    <message>
        <source>has a picture and no word; it does nothing when it is chosen</source>
        <translation>tiene imagen y no palabra; no hace nada al elegirlo</translation>
    </message>
    <message>
        <source>its picture or sound is not in the file ({})</source>
        <translation>su imagen o sonido no está en el archivo ({})</translation>
    </message>
    <message>
        <source>its text was cut to {} characters</source>
        <translation>su texto se cortó a {} caracteres</translation>
    </message>
    <message>
        <source>led to several boards; the first was taken</source>
        <translation>llevaba a varios tableros; se tomó el primero</translation>
    </message>
    <message>
        <source>opened a web page ({})</source>
        <translation>abría una página web ({})</translation>
    </message>
    <message>
        <source>sent something to another device or service ({})</source>
        <translation>enviaba algo a otro aparato o servicio ({})</translation>
    </message>
    <message>
        <source>commanded the computer ({})</source>
        <translation>daba órdenes al ordenador ({})</translation>
    </message>
    <message>
        <source>played something from the network ({})</source>
        <translation>reproducía algo de la red ({})</translation>
    </message>
    <message>
        <source>changed the language ({})</source>
        <translation>cambiaba el idioma ({})</translation>
    </message>
    <message>
        <source>changed the form of words ({})</source>
        <translation>cambiaba la forma de las palabras ({})</translation>
    </message>
    <message>
        <source>opened a search for words</source>
        <translation>abría una búsqueda de palabras</translation>
    </message>
    <message>
        <source>did something that this program does not know ({})</source>
        <translation>hacía algo que este programa no conoce ({})</translation>
    </message>
    <message>
        <source>is a part that this program does not have ({}); it is kept hidden</source>
        <translation>es una parte que este programa no tiene ({}); se conserva oculta</translation>
    </message>
    <message>
        <source>its picture was left out: it {}</source>
        <translation>su imagen se dejó fuera: {}</translation>
    </message>
    <message>
        <source>its sound was left out: it {}</source>
        <translation>su sonido se dejó fuera: {}</translation>
    </message>
    <message>
        <source>a list of words for prediction ({})</source>
        <translation>una lista de palabras para predicción ({})</translation>
    </message>
    <message>
        <source>settings of scanning, dwelling and looks; they are set here anew</source>
        <translation>ajustes de barrido, permanencia y aspecto; aquí se ponen de nuevo</translation>
    </message>
    <message>
        <source>radio stations ({})</source>
        <translation>emisoras de radio ({})</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>the person who speaks with it</source>
        <translation>la persona que habla con él</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>la familia</translation>
    </message>
    <message>
        <source>a therapist or teacher</source>
        <translation>logopeda o docente</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>About the person</source>
        <translation>Sobre la persona</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Privacy and pictures</source>
        <translation>Privacidad e imágenes</translation>
    </message>
    <message>
        <source>Help from a server</source>
        <translation>Ayuda de un servidor</translation>
    </message>
    <message>
        <source>Boards and backups</source>
        <translation>Tableros y copias</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Acerca de este programa</translation>
    </message>
    <message>
        <source>Menus and notices</source>
        <translation>Menús y avisos</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el ordenador</translation>
    </message>
    <message>
        <source>Boards, sentences and voice</source>
        <translation>Tableros, frases y voz</translation>
    </message>
    <message>
        <source>As the menus</source>
        <translation>Como los menús</translation>
    </message>
    <message>
        <source>Size of the boards</source>
        <translation>Tamaño de los tableros</translation>
    </message>
    <message>
        <source>Small: few large pictures</source>
        <translation>Pequeño: pocas imágenes y grandes</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mediano</translation>
    </message>
    <message>
        <source>Large: many words at once</source>
        <translation>Grande: muchas palabras a la vez</translation>
    </message>
    <message>
        <source>A word keeps its row and column in every size.</source>
        <translation>Cada palabra conserva su fila y su columna en todos los tamaños.</translation>
    </message>
    <message>
        <source>Words shown</source>
        <translation>Palabras visibles</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>Primeras palabras</translation>
    </message>
    <message>
        <source>All but swearing</source>
        <translation>Todas menos las palabrotas</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>Todas las palabras</translation>
    </message>
    <message>
        <source>Return home after each word</source>
        <translation>Volver al inicio después de cada palabra</translation>
    </message>
    <message>
        <source>Who may edit the boards…</source>
        <translation>Quién puede editar los tableros…</translation>
    </message>
    <message>
        <source>The speak button says</source>
        <translation>El botón de hablar dice</translation>
    </message>
    <message>
        <source>A whole sentence</source>
        <translation>Una frase completa</translation>
    </message>
    <message>
        <source>The words as chosen</source>
        <translation>Las palabras tal cual</translation>
    </message>
    <message>
        <source>The other form is always one selection away.</source>
        <translation>La otra forma está siempre a una pulsación.</translation>
    </message>
    <message>
        <source>Say each word as it is chosen</source>
        <translation>Decir cada palabra al elegirla</translation>
    </message>
    <message>
        <source>A press while something is being said</source>
        <translation>Una pulsación mientras se está hablando</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>interrupts</source>
        <translation>interrumpe</translation>
    </message>
    <message>
        <source>is not spoken</source>
        <translation>no se dice</translation>
    </message>
    <message>
        <source>Urgent words and Stop always work at once.</source>
        <translation>Las palabras urgentes y Parar funcionan siempre al momento.</translation>
    </message>
    <message>
        <source>Speaks of themself as</source>
        <translation>Habla de sí en</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>feminine (estoy cansada)</source>
        <translation>femenino (estoy cansada)</translation>
    </message>
    <message>
        <source>masculine (estoy cansado)</source>
        <translation>masculino (estoy cansado)</translation>
    </message>
    <message>
        <source>Addresses the listener as</source>
        <translation>Trata a quien escucha de</translation>
    </message>
    <message>
        <source>Spanish of</source>
        <translation>Español de</translation>
    </message>
    <message>
        <source>Spain (tú, vosotros)</source>
        <translation>España (tú, vosotros)</translation>
    </message>
    <message>
        <source>America (tú, ustedes)</source>
        <translation>América (tú, ustedes)</translation>
    </message>
    <message>
        <source>Río de la Plata (vos, ustedes)</source>
        <translation>Río de la Plata (vos, ustedes)</translation>
    </message>
    <message>
        <source>Make sentences in this person&apos;s own style</source>
        <translation>Hacer las frases al estilo propio de esta persona</translation>
    </message>
    <message>
        <source>Where a language model has learnt it and it lies in the profile.</source>
        <translation>Si un modelo de lenguaje lo ha aprendido y está en el perfil.</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>La habitual</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Tono</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation>Probar la voz</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Get the boards&apos; pictures from ARASAAC</source>
        <translation>Traer de ARASAAC las imágenes de los tableros</translation>
    </message>
    <message>
        <source>Only the pictures&apos; numbers are sent to arasaac.org, nothing that is said.</source>
        <translation>A arasaac.org solo se envían los números de las imágenes, nada de lo que se dice.</translation>
    </message>
    <message>
        <source>Ask a server for better sentences</source>
        <translation>Pedir frases mejores a un servidor</translation>
    </message>
    <message>
        <source>Chosen words are then sent to this address, and the window says so all the time. This computer&apos;s own sentence is there at once; one from the server takes its place only if it comes before Speak is pressed.</source>
        <translation>Las palabras elegidas se envían entonces a esta dirección, y la ventana lo dice todo el tiempo. La frase de este equipo está al momento; la del servidor solo ocupa su lugar si llega antes de pulsar Hablar.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Its model</source>
        <translation>Su modelo</translation>
    </message>
    <message>
        <source>was adapted for this program</source>
        <translation>está adaptado a este programa</translation>
    </message>
    <message>
        <source>is a general one that follows instructions</source>
        <translation>es uno general que sigue instrucciones</translation>
    </message>
    <message>
        <source>Backups of the boards, and a file with everything</source>
        <translation>Copias de los tableros, y un archivo con todo</translation>
    </message>
    <message>
        <source>What a backup would change is shown before it does.</source>
        <translation>Se muestra lo que una copia cambiaría antes de que lo haga.</translation>
    </message>
    <message>
        <source>Another person, or a new one</source>
        <translation>Otra persona, o una nueva</translation>
    </message>
    <message>
        <source>Each person has boards, settings and a history of their own.</source>
        <translation>Cada persona tiene sus tableros, sus ajustes y su historial.</translation>
    </message>
    <message>
        <source>Remember what was said, on this computer only</source>
        <translation>Recordar lo dicho, solo en este ordenador</translation>
    </message>
    <message>
        <source>Forget everything that was said</source>
        <translation>Olvidar todo lo dicho</translation>
    </message>
</context>
</TS>
