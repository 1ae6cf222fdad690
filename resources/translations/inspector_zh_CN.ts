<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <location filename="../../inspector/gui/dialogs/about.py" line="19"/>
        <source>About Inspector</source>
        <translation>关于 Inspector</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/about.py" line="23"/>
        <source>Open, understand and compare model checkpoints. Nothing in a file is executed when it is opened.</source>
        <translation>打开、理解并比较模型 checkpoint。打开文件时不会执行其中的任何代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/about.py" line="29"/>
        <source>Icons: Lucide (ISC licence)</source>
        <translation>图标：Lucide（ISC 许可证）</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../inspector/gui/actions.py" line="57"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="59"/>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="61"/>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="63"/>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="65"/>
        <source>Close &amp;All</source>
        <translation>全部关闭(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="67"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="68"/>
        <source>&amp;Copy Key</source>
        <translation>复制键(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="70"/>
        <source>Copy &amp;Path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="73"/>
        <source>&amp;Python: sd[&quot;…&quot;]</source>
        <translation>&amp;Python: sd[&quot;…&quot;]</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="76"/>
        <source>&amp;Table (Tab-Separated)</source>
        <translation>表格（制表符分隔）(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="78"/>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="80"/>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="82"/>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="85"/>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="87"/>
        <source>Apply These Edits to &amp;Other Files…</source>
        <translation>将这些编辑应用到其他文件(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="89"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="91"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="93"/>
        <source>S&amp;trip Prefix…</source>
        <translation>去除前缀(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="95"/>
        <source>&amp;Add Prefix…</source>
        <translation>添加前缀(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="97"/>
        <source>Rename &amp;Keys…</source>
        <translation>重命名键(&amp;K)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="99"/>
        <source>Set &amp;Value…</source>
        <translation>设置值(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="101"/>
        <source>&amp;Drop Selected</source>
        <translation>删除所选(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="103"/>
        <source>Keep &amp;Only This</source>
        <translation>仅保留此项(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="105"/>
        <source>&amp;Map Devices…</source>
        <translation>映射设备(&amp;M)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="107"/>
        <source>Cast &amp;Floating Tensors…</source>
        <translation>转换浮点张量类型(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="109"/>
        <source>Compact &amp;Storages…</source>
        <translation>压缩存储(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="111"/>
        <source>Make Loadable with &amp;weights_only…</source>
        <translation>使其可用 weights_only 加载(&amp;W)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="113"/>
        <source>U&amp;ntie</source>
        <translation>解除共享(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="115"/>
        <source>T&amp;ie the Two Selected</source>
        <translation>使所选两项共享(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="117"/>
        <source>Copy Edits as P&amp;ython</source>
        <translation>将编辑复制为 Python(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="119"/>
        <source>Save Reci&amp;pe…</source>
        <translation>保存配方(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="121"/>
        <source>App&amp;ly Recipe…</source>
        <translation>应用配方(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="123"/>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="125"/>
        <source>&amp;About This File</source>
        <translation>文件概要(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="128"/>
        <source>Check All &amp;Tensors</source>
        <translation>检查全部张量(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="130"/>
        <source>&amp;Expand All</source>
        <translation>全部展开(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="133"/>
        <source>&amp;Collapse All</source>
        <translation>全部折叠(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="135"/>
        <source>Flat &amp;List</source>
        <translation>平铺列表(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="138"/>
        <source>Reopen Files at &amp;Start</source>
        <translation>启动时重新打开文件(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="140"/>
        <source>&amp;Next Tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="143"/>
        <source>Pre&amp;vious Tab</source>
        <translation>上一个标签页(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="145"/>
        <source>Next &amp;Pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="148"/>
        <source>Compare &amp;With…</source>
        <translation>与其他文件比较(&amp;W)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="150"/>
        <source>Compare &amp;Two Files…</source>
        <translation>比较两个文件(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="152"/>
        <source>Compare &amp;Parts of This File</source>
        <translation>比较此文件的两个部分(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="154"/>
        <source>Why Does It Not &amp;Load?…</source>
        <translation>为什么无法加载(&amp;L)？…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="156"/>
        <source>&amp;Next Difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="158"/>
        <source>P&amp;revious Difference</source>
        <translation>上一处差异(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="161"/>
        <source>&amp;First Difference</source>
        <translation>第一处差异(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="163"/>
        <source>&amp;Last Difference</source>
        <translation>最后一处差异(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="165"/>
        <source>&amp;Hide What Is the Same</source>
        <translation>隐藏相同项(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="168"/>
        <source>&amp;Swap Sides</source>
        <translation>交换左右(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="178"/>
        <location filename="../../inspector/gui/actions.py" line="184"/>
        <source>As the &amp;Desktop</source>
        <translation>跟随系统(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="180"/>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="182"/>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="190"/>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="192"/>
        <source>&amp;Undo Layout Change</source>
        <translation>撤销布局更改(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="194"/>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="196"/>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="198"/>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="200"/>
        <source>&amp;Guide to Formats</source>
        <translation>格式指南(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="202"/>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="204"/>
        <source>Command &amp;Line</source>
        <translation>命令行(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="206"/>
        <source>&amp;About Inspector</source>
        <translation>关于 Inspector(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="210"/>
        <source>Copy &amp;As</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="213"/>
        <source>&amp;Export Comparison</source>
        <translation>导出比较结果(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="219"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="222"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="225"/>
        <source>&amp;More Edits</source>
        <translation>更多编辑(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="227"/>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="230"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="234"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="235"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="238"/>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="242"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="316"/>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Anatomy</name>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_view.py" line="38"/>
        <source>Bytes by entry</source>
        <translation>各条目的字节数</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="48"/>
        <source>Apply Edits to Other Files</source>
        <translation>将编辑应用到其他文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="65"/>
        <source>&amp;Add Files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="66"/>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="67"/>
        <source>or drop them here</source>
        <translation>或将文件拖放到这里</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="86"/>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="97"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="103"/>
        <source>As each file is</source>
        <translation>与各文件相同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="104"/>
        <source>&amp;Verify: read back every tensor</source>
        <translation>校验：回读每个张量(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="107"/>
        <source>&amp;Leave out what the format cannot hold</source>
        <translation>舍弃该格式无法保存的内容(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="110"/>
        <source>&amp;Pass over edits that find nothing to change in a file</source>
        <translation>跳过在文件中找不到可改之处的编辑(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="117"/>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="121"/>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="118"/>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="122"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="154"/>
        <source>Output Folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="166"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="166"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="176"/>
        <source>The output folder cannot be made: {why}.</source>
        <translation>无法创建输出文件夹：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="203"/>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="216"/>
        <source>Done: {name}, {size}</source>
        <translation>完成：{name}，{size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="228"/>
        <source>Inspector made a mistake.</source>
        <translation>Inspector 自身出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="232"/>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="238"/>
        <source>{done} done, {failed} not</source>
        <translation>完成 {done} 个，未完成 {failed} 个</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_list.py" line="29"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_list.py" line="30"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_list.py" line="30"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>BytesItemModel</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_item_model.py" line="113"/>
        <source>Hexadecimal</source>
        <translation>十六进制</translation>
    </message>
</context>
<context>
    <name>BytesPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="33"/>
        <source>Bytes of the tensor</source>
        <translation>张量的字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="35"/>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="39"/>
        <source>offset, 0x…</source>
        <translation>偏移，0x…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="40"/>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="46"/>
        <source>Go to offset</source>
        <translation>转到偏移</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="80"/>
        <source>offsets in storage &apos;{key}&apos;</source>
        <translation>存储“{key}”内的偏移</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="83"/>
        <source>offsets in the file</source>
        <translation>文件内偏移</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="86"/>
        <source>big-endian</source>
        <translation>大端</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="88"/>
        <source>from the first element to the last; strides skip some</source>
        <translation>从第一个元素到最后一个；strides 会跳过其中一些</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="129"/>
        <source>There is no such offset in this tensor.</source>
        <translation>此张量中没有这个偏移。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/bytes_page.py" line="153"/>
        <source>Copied {n}.</source>
        <translation>已复制 {n}。</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="67"/>
        <source>↻ contains itself</source>
        <translation>↻ 包含自身</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="95"/>
        <source>Shares its storage with another tensor.</source>
        <translation>与另一个张量共享存储。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="113"/>
        <source>{share} of the row above</source>
        <translation>占上一级的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="114"/>
        <source>{share} of all tensors</source>
        <translation>占全部张量的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="125"/>
        <source>(whole file)</source>
        <translation>（整个文件）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="142"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="149"/>
        <source>an integer of {n} bits</source>
        <translation>{n} 位整数</translation>
    </message>
</context>
<context>
    <name>ChangedBanner</name>
    <message>
        <location filename="../../inspector/gui/document/banner.py" line="50"/>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/banner.py" line="51"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="../../inspector/gui/command_palette.py" line="93"/>
        <location filename="../../inspector/gui/command_palette.py" line="96"/>
        <location filename="../../inspector/gui/command_palette.py" line="104"/>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/command_palette.py" line="100"/>
        <location filename="../../inspector/gui/command_palette.py" line="101"/>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/command_palette.py" line="115"/>
        <source>No command has these words.</source>
        <translation>没有包含这些词的命令。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="108"/>
        <source>Compare {name} With</source>
        <translation>将 {name} 与之比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="121"/>
        <source>Compare: Choose One or Two Files</source>
        <translation>比较：选择一个或两个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="156"/>
        <source>Two Files</source>
        <translation>两个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="158"/>
        <source>Compare {a} with {b}, or open both?</source>
        <translation>比较 {a} 与 {b}，还是都打开？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="163"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="164"/>
        <source>Open Both</source>
        <translation>都打开</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="191"/>
        <source>Compare With</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="199"/>
        <source>Another File…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="250"/>
        <source>There is no further difference among the rows shown.</source>
        <translation>显示的行中没有更多差异。</translation>
    </message>
</context>
<context>
    <name>Compute</name>
    <message>
        <location filename="../../inspector/gui/detail/compute/columns.py" line="25"/>
        <source>MACs per use</source>
        <translation>每次使用的 MACs</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/columns.py" line="28"/>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/columns.py" line="33"/>
        <source>Operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/columns.py" line="57"/>
        <location filename="../../inspector/gui/detail/compute/words.py" line="83"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/columns.py" line="68"/>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/first_look.py" line="55"/>
        <source>{totals} at {inputs}</source>
        <translation>输入 {inputs} 时 {totals}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/first_look.py" line="57"/>
        <source>{totals} at {inputs}, as an unmodified {name}</source>
        <translation>输入 {inputs} 时 {totals}（若为未修改的 {name}）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/inputs.py" line="78"/>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/inputs.py" line="79"/>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/inputs.py" line="102"/>
        <source>Input shape</source>
        <translation>输入形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/inputs.py" line="116"/>
        <source>As in the file</source>
        <translation>与文件一致</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/inputs.py" line="128"/>
        <source>Batch of {n}</source>
        <translation>批大小 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="28"/>
        <source>{n} trainable</source>
        <translation>{n} 个可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="29"/>
        <source>{n} in embeddings</source>
        <translation>{n} 个在嵌入中</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="30"/>
        <source>{n} scales and the like apart</source>
        <translation>另有 {n} 个缩放系数等</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="31"/>
        <source>{n} elements of buffers apart</source>
        <translation>另有 {n} 个缓冲区元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="37"/>
        <source>quantized: {scheme}</source>
        <translation>量化：{scheme}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="42"/>
        <source>{n} with tied ones each time</source>
        <translation>重复计入共享张量时为 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="49"/>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="50"/>
        <source>{size} to load</source>
        <translation>加载需 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="52"/>
        <source>{size} for the outputs of all layers</source>
        <translation>所有层的输出需 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="57"/>
        <source>{size} with {optimizer}</source>
        <translation>使用 {optimizer} 时 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="62"/>
        <source>{sizes}, by the optimizer in the file; the outputs come on top</source>
        <translation>{sizes}，按文件中的优化器计算；各层输出另计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="64"/>
        <source>{sizes}, estimated; the outputs come on top</source>
        <translation>{sizes}，为估计值；各层输出另计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="65"/>
        <source>To train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="72"/>
        <location filename="../../inspector/gui/detail/compute/page.py" line="139"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="73"/>
        <source>Shares of the modules</source>
        <translation>各模块所占比例</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="74"/>
        <location filename="../../inspector/gui/detail/compute/page.py" line="142"/>
        <source>MACs and parameters</source>
        <translation>MACs 与参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="136"/>
        <source>Compute</source>
        <translation>计算量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="137"/>
        <source>Cost of One Forward Pass</source>
        <translation>一次前向传播的计算量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="140"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="141"/>
        <source>Modules, as a chart</source>
        <translation>模块（图表）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="144"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="151"/>
        <source>Save layers as .csv…</source>
        <translation>将各层保存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="152"/>
        <source>Save layers as .md…</source>
        <translation>将各层保存为 .md…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="153"/>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="182"/>
        <source>There is nothing to run in this file.</source>
        <translation>此文件中没有可运行的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="200"/>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="289"/>
        <source>Choose one of the charts first.</source>
        <translation>请先选择一个图表。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="300"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="87"/>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="160"/>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="117"/>
        <source>{n} others</source>
        <translation>其余 {n} 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="138"/>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="77"/>
        <location filename="../../inspector/gui/detail/compute/running.py" line="160"/>
        <source>Counting by Running</source>
        <translation>通过运行统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="82"/>
        <source>Run the Program…</source>
        <translation>运行程序…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="84"/>
        <source>Rebuild and Count</source>
        <translation>重建并统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="87"/>
        <source>The model&apos;s own code, if you have it: package.module:factory, path.py:Class or a config.json, and in braces what it is to be given. It is compared with the file by names and shapes.</source>
        <translation>模型自身的代码（如果您有的话）：package.module:factory、path.py:Class 或 config.json，花括号中为要传入的参数。将按名称和形状与文件比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="94"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="95"/>
        <source>Count with It…</source>
        <translation>用它统计…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="96"/>
        <source>Class or factory of the model</source>
        <translation>模型的类或工厂函数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="112"/>
        <source>Run the program in {name}?</source>
        <translation>运行 {name} 中的程序？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="126"/>
        <source>Run the code of {name}?</source>
        <translation>运行 {name} 的代码？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="128"/>
        <source>It runs as any program of yours does, in a process of its own that can be stopped. Name only code that you trust.</source>
        <translation>它像您的任何程序一样运行，在一个可以停止的独立进程中。只填写您信任的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="144"/>
        <source>Choose the Model&apos;s Code</source>
        <translation>选择模型的代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="163"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="189"/>
        <source>This file is a TorchScript program: its exact cost at any shape shows only when it runs.</source>
        <translation>此文件是 TorchScript 程序：任意形状下的准确计算量只有运行时才能得知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="196"/>
        <source>This file holds pickled modules. Those of torch.nn can be rebuilt by torch&apos;s own constructors with the numbers in the file; nothing of the file runs.</source>
        <translation>此文件含有 pickle 保存的模块。torch.nn 的模块可由 torch 自己的构造函数按文件中的数值重建；文件中的任何内容都不会运行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="204"/>
        <source>A TorchScript program is code. It runs in a process of its own, with limits on time and memory and, where the system can do that, without network and unable to change files. Run it only if you trust where the file comes from.</source>
        <translation>TorchScript 程序就是代码。它在独立进程中运行，时间和内存都有限制；在系统支持时，它不能访问网络，也不能修改文件。只有信任文件来源时才运行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="24"/>
        <source>Counted from the ONNX graph.</source>
        <translation>由 ONNX 计算图统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="25"/>
        <source>Counted from the torch.export program.</source>
        <translation>由 torch.export 程序统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="26"/>
        <source>Counted by running the TorchScript program.</source>
        <translation>通过运行 TorchScript 程序统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="27"/>
        <source>Counted by rebuilding the module.</source>
        <translation>通过重建模块统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="28"/>
        <source>Counted by building the model with your code.</source>
        <translation>用您的代码构建模型后统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="29"/>
        <source>Recognised by names and shapes.</source>
        <translation>由名称和形状识别。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="30"/>
        <source>From the formula of dense transformers.</source>
        <translation>由稠密 Transformer 的公式得出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="31"/>
        <source>Layer by layer: the file does not say how its layers are connected.</source>
        <translation>逐层统计：文件没有说明各层如何连接。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="36"/>
        <source>{n} MACs per token</source>
        <translation>每个 token {n} MACs</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="37"/>
        <source>{n} MACs per output position</source>
        <translation>每个输出位置 {n} MACs</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="38"/>
        <source>{n} MACs per step</source>
        <translation>每步 {n} MACs</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="54"/>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="79"/>
        <source>{n} operations of norms, activations and pools, apart</source>
        <translation>归一化、激活和池化另计 {n} 次运算</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="81"/>
        <source>Elementwise</source>
        <translation>逐元素运算</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="85"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="89"/>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="95"/>
        <source>No total: what runs how often is not in the file.</source>
        <translation>没有总数：文件没有说明各部分运行多少次。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="103"/>
        <source>{n} per sample, in a batch of {batch}</source>
        <translation>每个样本 {n}，批大小 {batch}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="107"/>
        <source>{n} = 2 × MACs</source>
        <translation>{n} = 2 × MACs</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="120"/>
        <source>They are those of {name}.</source>
        <translation>与 {name} 相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="122"/>
        <source>They are those of {name}, and of {others}.</source>
        <translation>与 {name} 相同，也与 {others} 相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="129"/>
        <source>would print {n}: it adds {what}</source>
        <translation>会显示 {n}：另加 {what}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/words.py" line="143"/>
        <source>Not counted</source>
        <translation>未统计</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="17"/>
        <source>has {key}</source>
        <translation>含有 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="18"/>
        <source>has {keys} and {last}</source>
        <translation>含有 {keys} 和 {last}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="19"/>
        <source>has {key} in {place}</source>
        <translation>{place} 中含有 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="20"/>
        <source>refers to {name}</source>
        <translation>引用了 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="21"/>
        <source>has the tensor {key}</source>
        <translation>含有张量 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="22"/>
        <source>is called {name}</source>
        <translation>文件名为 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="23"/>
        <source>its metadata says {key}: {value}</source>
        <translation>其元数据写有 {key}: {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="24"/>
        <source>is of the format {name}</source>
        <translation>格式为 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="25"/>
        <source>its producer is {name}</source>
        <translation>由 {name} 生成</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="27"/>
        <source>{n} NaN</source>
        <translation>{n} 个 NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="28"/>
        <source>{n} Inf</source>
        <translation>{n} 个 Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="29"/>
        <source>all zero</source>
        <translation>全为零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="30"/>
        <source>constant {value}</source>
        <translation>恒为 {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="31"/>
        <source>{n} of {all} rows dead</source>
        <translation>{all} 行中有 {n} 行全零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="32"/>
        <source>{n} % denormal</source>
        <translation>{n} % 为次正规数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="33"/>
        <source>up to {value}</source>
        <translation>最大达 {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="34"/>
        <source>{tensors} checked: nothing unusual</source>
        <translation>已检查 {tensors}：未发现异常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="35"/>
        <source>{tensors} checked: {found}</source>
        <translation>已检查 {tensors}：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="36"/>
        <source>{n} with NaN</source>
        <translation>{n} 个含 NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="37"/>
        <source>{n} with Inf</source>
        <translation>{n} 个含 Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="38"/>
        <source>{n} all zero</source>
        <translation>{n} 个全为零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="39"/>
        <source>{n} constant</source>
        <translation>{n} 个恒定</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="40"/>
        <source>{n} with dead rows</source>
        <translation>{n} 个含全零行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="41"/>
        <source>{n} mostly denormal</source>
        <translation>{n} 个多为次正规数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="42"/>
        <source>{n} with huge values</source>
        <translation>{n} 个含极大值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="43"/>
        <source>{n} unreadable</source>
        <translation>{n} 个无法读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="44"/>
        <source>{n} without numbers</source>
        <translation>{n} 个没有数值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="46"/>
        <source>{name} is {what}, not a checkpoint.</source>
        <translation>{name} 是{what}，不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="47"/>
        <source>{name} is a Git LFS pointer, not the file it points to.</source>
        <translation>{name} 是 Git LFS 指针，而不是它指向的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="48"/>
        <source>{name} begins with zeros, so it is not a checkpoint.</source>
        <translation>{name} 以零字节开头，因此不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="49"/>
        <source>an HTML page</source>
        <translation>HTML 网页</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="50"/>
        <source>{name} is not a checkpoint of any known format; it begins with the bytes {bytes}.</source>
        <translation>{name} 不是任何已知格式的 checkpoint；它以字节 {bytes} 开头。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="53"/>
        <source>{name} is a Git LFS pointer, not the file it points to. The file has {n} bytes and the id {id}….</source>
        <translation>{name} 是 Git LFS 指针，而不是它指向的文件。该文件有 {n} 字节，id 为 {id}…。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="57"/>
        <source>the program of a torch.export archive</source>
        <translation>torch.export 归档中的程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="58"/>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="59"/>
        <source>{name} contains nothing but zeros, so it is not a checkpoint.</source>
        <translation>{name} 全是零字节，因此不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="60"/>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="61"/>
        <source>{name} is a text file that begins &quot;{text}&quot;, not a checkpoint.</source>
        <translation>{name} 是以“{text}”开头的文本文件，不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="62"/>
        <source>{name} is an error message of a web server, not a checkpoint: {text}</source>
        <translation>{name} 是网络服务器的错误信息，不是 checkpoint：{text}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="65"/>
        <source>{name} is an office document.</source>
        <translation>{name} 是办公文档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="66"/>
        <source>{name} is a program archive.</source>
        <translation>{name} 是程序归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="67"/>
        <source>{name} cannot be opened: {why}.</source>
        <translation>无法打开 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="68"/>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="69"/>
        <source>{name} may not be read by this user.</source>
        <translation>当前用户无权读取 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="70"/>
        <source>{name} is {what}.</source>
        <translation>{name} 是{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="71"/>
        <source>&apos;{text}&apos; is not a regular expression: {why}.</source>
        <translation>“{text}”不是正则表达式：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="72"/>
        <source>&apos;{a}&apos; and &apos;{b}&apos; would both be called &apos;{c}&apos;.</source>
        <translation>“{a}”和“{b}”都会变成“{c}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="73"/>
        <source>{name} is a zip archive without its directory: the end of the file is missing.</source>
        <translation>{name} 是缺少目录的 zip 归档：文件末尾缺失。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="76"/>
        <source>a GGUF model (llama.cpp)</source>
        <translation>GGUF 模型（llama.cpp）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="77"/>
        <source>an old GGML model</source>
        <translation>旧版 GGML 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="78"/>
        <source>a GGML adapter</source>
        <translation>GGML 适配器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="79"/>
        <source>an HDF5 file (Keras weights, MATLAB, NetCDF)</source>
        <translation>HDF5 文件（Keras 权重、MATLAB、NetCDF）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="80"/>
        <source>a TensorFlow Lite model</source>
        <translation>TensorFlow Lite 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="81"/>
        <source>an ONNX Runtime model</source>
        <translation>ONNX Runtime 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="82"/>
        <source>an ExecuTorch program</source>
        <translation>ExecuTorch 程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="83"/>
        <source>a 7z archive</source>
        <translation>7z 归档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="84"/>
        <source>a RAR archive</source>
        <translation>RAR 归档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="85"/>
        <source>a PNG image</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="86"/>
        <source>a JPEG image</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="87"/>
        <source>a GIF image</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="88"/>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="89"/>
        <source>a program or library</source>
        <translation>程序或动态库</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="90"/>
        <source>a Windows program</source>
        <translation>Windows 程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="91"/>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="92"/>
        <source>a Keras file</source>
        <translation>Keras 文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="93"/>
        <source>a Keras v3 model</source>
        <translation>Keras v3 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="94"/>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="95"/>
        <source>not a regular file</source>
        <translation>特殊文件而非普通文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="96"/>
        <source>Check that the download is complete and that this is the right file.</source>
        <translation>请确认下载完整，并且这就是要打开的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="99"/>
        <source>It may be part of a TensorFlow checkpoint; open it with TensorFlow.</source>
        <translation>这可能是 TensorFlow checkpoint 的一部分；请用 TensorFlow 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="102"/>
        <source>It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again.</source>
        <translation>这可能是 TensorFlow 或 MindSpore 的 checkpoint；请用它们打开，或重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="106"/>
        <source>It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell.</source>
        <translation>这可能是裸数值（ncnn、llama2.c）；只有写出它的程序才知道其含义。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="109"/>
        <source>It is probably a Caffe model; open it with Netron.</source>
        <translation>这可能是 Caffe 模型；请用 Netron 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="110"/>
        <source>Open it with llama.cpp&apos;s tools.</source>
        <translation>请用 llama.cpp 的工具打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="111"/>
        <source>Convert it to GGUF with llama.cpp&apos;s tools.</source>
        <translation>请用 llama.cpp 的工具将其转换为 GGUF。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="112"/>
        <source>Open it with h5py.</source>
        <translation>请用 h5py 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="113"/>
        <source>Open it with Netron or TensorFlow.</source>
        <translation>请用 Netron 或 TensorFlow 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="114"/>
        <source>Open the .onnx file it was made from.</source>
        <translation>请打开生成它的 .onnx 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="115"/>
        <source>Open the checkpoint it was exported from.</source>
        <translation>请打开导出它的 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="116"/>
        <source>Unpack it with 7z and open the file inside.</source>
        <translation>请用 7z 解压后打开其中的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="117"/>
        <source>Unpack it and open the file inside.</source>
        <translation>请解压后打开其中的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="118"/>
        <source>Choose the checkpoint file.</source>
        <translation>请选择 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="119"/>
        <source>Do not run it; ask for the checkpoint.</source>
        <translation>不要运行它；请索取 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="120"/>
        <source>Open it with Keras.</source>
        <translation>请用 Keras 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="121"/>
        <source>Run `git lfs pull` in its repository, or download the file from its web page.</source>
        <translation>请在其仓库中运行 `git lfs pull`，或从网页下载该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="124"/>
        <source>Open the model file beside it, or the *.index.json of a sharded model.</source>
        <translation>请打开它旁边的模型文件，或分片模型的 *.index.json。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="127"/>
        <source>The disk or the download failed while it was written; fetch the file again.</source>
        <translation>写入时磁盘或下载出错；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="130"/>
        <source>The download or copy failed, or the disk was full; fetch the file again.</source>
        <translation>下载或复制失败，或磁盘已满；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="133"/>
        <source>Open it in a text editor.</source>
        <translation>请用文本编辑器打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="134"/>
        <source>Download it again; it may need a login or a licence to be accepted.</source>
        <translation>请重新下载；可能需要登录或接受许可协议。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="137"/>
        <source>Download the file itself: the link led to a page about it.</source>
        <translation>请下载文件本身：该链接指向的是介绍它的网页。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="138"/>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="139"/>
        <source>Ask its owner for read permission.</source>
        <translation>请向文件所有者申请读取权限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="140"/>
        <source>The file is incomplete. Download or copy it again.</source>
        <translation>文件不完整。请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="141"/>
        <source>Wait until whatever writes it has finished, then open it again.</source>
        <translation>请等写入它的程序结束后再打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="142"/>
        <source>Choose a checkpoint file.</source>
        <translation>请选择一个 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="143"/>
        <source>Check the disk or the network share the file is on.</source>
        <translation>请检查文件所在的磁盘或网络共享。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="144"/>
        <source>`inspector show --flat` lists the keys; those of pickled modules are fixed.</source>
        <translation>`inspector show --flat` 会列出键；序列化模块的键不可更改。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="147"/>
        <source>Name one, such as &apos;module.&apos;.</source>
        <translation>请指定一个，例如 &apos;module.&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="148"/>
        <source>A glob matches a key or a dotted path: &apos;optimizer&apos;, &apos;*.num_batches_tracked&apos;.</source>
        <translation>通配符匹配键或带点的路径：&apos;optimizer&apos;、&apos;*.num_batches_tracked&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="151"/>
        <source>Entries of pickled modules and of tuples stay.</source>
        <translation>序列化模块和元组中的条目会保留。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="152"/>
        <source>Escape the dots of plain names: &apos;layer1\.0&apos;.</source>
        <translation>请转义普通名称中的点：&apos;layer1\.0&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="153"/>
        <source>Drop or rename one of them first.</source>
        <translation>请先删除或重命名其中一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="154"/>
        <source>The file is damaged. Download it again.</source>
        <translation>文件已损坏。请重新下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="155"/>
        <source>Unpack the archive with the program that made it.</source>
        <translation>请用创建该归档的程序解压。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="156"/>
        <source>The download or copy is incomplete; fetch the file again.</source>
        <translation>下载或复制不完整；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="157"/>
        <source>No program writes so many; do not load this file.</source>
        <translation>没有程序会写出这么多；不要加载此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="159"/>
        <source>wrote {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="160"/>
        <source>removed {path}</source>
        <translation>已删除 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="161"/>
        <source>restored {path}</source>
        <translation>已恢复 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="162"/>
        <source>updated {path}</source>
        <translation>已更新 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="163"/>
        <source>{path} was gone already</source>
        <translation>{path} 早已不在</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="164"/>
        <source>left {path}: somebody changed it since</source>
        <translation>保留 {path}：此后有人改过它</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="165"/>
        <source>{tool} failed</source>
        <translation>{tool} 失败</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="166"/>
        <source>{tool} is missing; install {package} and register again</source>
        <translation>缺少 {tool}；请安装 {package} 后重新注册</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="167"/>
        <source>offered for {mime}, behind {default}</source>
        <translation>也用于 {mime}，排在 {default} 之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="168"/>
        <source>no longer offered for {mime}</source>
        <translation>不再用于 {mime}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="169"/>
        <source>nothing opens {mime} yet, and Inspector must not be first: left as it is</source>
        <translation>还没有程序打开 {mime}，而 Inspector 不应排在首位：保持原样</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="173"/>
        <source>Not given, so counted as 1: {dimensions}.</source>
        <translation>未给出，按 1 统计：{dimensions}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="174"/>
        <source>The file says {shape} for &apos;{name}&apos;.</source>
        <translation>文件中 &apos;{name}&apos; 的形状是 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="175"/>
        <source>At these shapes {n} of the nodes cannot run: the model was not made for them, or is damaged.</source>
        <translation>在这些形状下有 {n} 个节点无法运行：模型不是为它们制作的，或者已损坏。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="180"/>
        <source>{op} has as many results as the data says; the most there can be were counted.</source>
        <translation>{op} 的结果数量取决于数据；已按最大可能统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="183"/>
        <source>Which branch of an If runs depends on the data; the one that costs more was counted.</source>
        <translation>If 的哪个分支运行取决于数据；已统计计算量较大的分支。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="187"/>
        <source>A Loop may stop early, which depends on the data; all its iterations were counted.</source>
        <translation>Loop 可能提前结束，这取决于数据；已统计全部迭代。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="190"/>
        <source>A Loop makes a tensor larger each time; it was not followed to its end.</source>
        <translation>Loop 每次都使张量变大；没有跟踪到结束。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="193"/>
        <source>how often it runs depends on the data; counted once</source>
        <translation>运行次数取决于数据；按一次统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="194"/>
        <source>its shapes are not known: they depend on data, or on a node before it</source>
        <translation>形状未知：取决于数据或前面的节点</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="197"/>
        <source>its inputs do not fit each other at these shapes</source>
        <translation>在这些形状下其输入互不匹配</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="198"/>
        <source>not an operator of ONNX or of its usual runtime</source>
        <translation>不是 ONNX 或其常用运行时的运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="199"/>
        <source>no rule counts it</source>
        <translation>没有统计它的规则</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="200"/>
        <source>The file is incomplete; what is missing was not counted.</source>
        <translation>文件不完整；缺少的部分没有统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="201"/>
        <source>its shapes are not in the file</source>
        <translation>文件中没有它的形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="202"/>
        <source>how often it runs is not in the file; counted once</source>
        <translation>文件中没有运行次数；按一次统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="203"/>
        <source>Which branch of a cond runs depends on the data; the one that costs more was counted.</source>
        <translation>cond 的哪个分支运行取决于数据；已统计计算量较大的分支。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="207"/>
        <source>Counted at the sizes of the export: {sizes}.</source>
        <translation>按导出时的大小统计：{sizes}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="208"/>
        <source>{symbol} = {size} is outside the range that the program accepts ({least} to {most}).</source>
        <translation>{symbol} = {size} 超出程序接受的范围（{least} 到 {most}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="212"/>
        <source>bias of convolutions</source>
        <translation>卷积的偏置</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="213"/>
        <source>BatchNorm, 2 per element</source>
        <translation>BatchNorm，每个元素 2 次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="214"/>
        <source>BatchNorm, 4 per element</source>
        <translation>BatchNorm，每个元素 4 次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="215"/>
        <source>average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="216"/>
        <source>{n} layers</source>
        <translation>{n} 层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="217"/>
        <source>(top level)</source>
        <translation>（顶层）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="219"/>
        <source>Its table of positions is made for {size} and has to be resampled.</source>
        <translation>它的位置表是为 {size} 制作的，需要重新采样。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="220"/>
        <source>not part of the known architecture</source>
        <translation>不属于已知的架构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="221"/>
        <source>{n} of {tensors} agree in name and shape with {name}; this is its cost if it is used unmodified.</source>
        <translation>{n} / {tensors} 与 {name} 的名称和形状一致；若未经修改地使用，这就是它的计算量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="226"/>
        <source>Its names are behind &apos;{prefix}&apos;.</source>
        <translation>它的名称前面有“{prefix}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="227"/>
        <source>What is beside it is not counted: {keys}.</source>
        <translation>旁边的内容不计入：{keys}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="228"/>
        <source>Its head has another number of classes than usual and is counted as it is.</source>
        <translation>它的分类头的类别数与通常不同，按实际计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="231"/>
        <source>Stride, dilation, windows and anti-aliasing leave no trace in a state_dict. With the same names and shapes, but other costs: {twins}.</source>
        <translation>步长、空洞、窗口和抗混叠在 state_dict 中不留痕迹。名称和形状相同但计算量不同的还有：{twins}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="236"/>
        <source>Counted at the model&apos;s own input size, {size}.</source>
        <translation>按模型自身的输入尺寸 {size} 计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="237"/>
        <source>{path} is one of {n} models in the file.</source>
        <translation>{path} 是文件中 {n} 个模型之一。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="238"/>
        <source>Names and shapes match {name}; its cost depends on what is in the image.</source>
        <translation>名称和形状与 {name} 一致；它的计算量取决于图像中的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="241"/>
        <source>The file has names and shapes but no graph, and they match no known architecture.</source>
        <translation>文件只有名称和形状而没有计算图，且与任何已知架构都不一致。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="244"/>
        <source>how often it is used is not in the file</source>
        <translation>文件中没有说明它被使用多少次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="245"/>
        <source>A convolution costs its weight&apos;s elements at each position of its own output; the sum is what one position in every convolution costs.</source>
        <translation>卷积在其输出的每个位置上的计算量等于权重的元素数；总和是每个卷积各一个位置的计算量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="250"/>
        <source>A matrix costs its elements for each token, or each row that goes through it.</source>
        <translation>矩阵对每个 token（或经过它的每一行）的计算量等于其元素数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="253"/>
        <source>The recurrent layers cost {n} MACs for each step.</source>
        <translation>循环层每一步需要 {n} MACs。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="254"/>
        <source>From names and shapes: {n} blocks of attention in full (a causal mask saves nothing here), every matrix once for each token.</source>
        <translation>根据名称和形状：{n} 个块的完整注意力（因果掩码在此不节省计算），每个矩阵对每个 token 计算一次。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="259"/>
        <source>config.json beside the file says {name}.</source>
        <translation>文件旁的 config.json 说是 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="260"/>
        <source>It says {what} = {n}, but the file has {found}.</source>
        <translation>它说 {what} = {n}，但文件中是 {found}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="261"/>
        <source>It attends within a sliding window, which saves work on longer inputs.</source>
        <translation>它在滑动窗口内计算注意力，较长的输入会因此节省计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="264"/>
        <source>The output matrix is not in the file; it is taken to be the embedding.</source>
        <translation>输出矩阵不在文件中；视为与嵌入相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="267"/>
        <source>The file has no output matrix to the vocabulary, so none is counted.</source>
        <translation>文件中没有到词表的输出矩阵，因此不计入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="270"/>
        <source>Of its experts a token meets {n}, as config.json says.</source>
        <translation>据 config.json，每个 token 会经过 {n} 个专家。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="271"/>
        <source>Images are cut into patches of {side} × {side}, with {tokens} beside them.</source>
        <translation>图像被切成 {side} × {side} 的块，旁边另有 {tokens}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="274"/>
        <source>The number of tokens is an example; give another if yours differs.</source>
        <translation>token 数只是示例；如果您的不同，请另行给出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="275"/>
        <source>It is a mixture of experts: how many of them a token meets is not in the tensors.</source>
        <translation>它是混合专家模型：每个 token 经过多少专家不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="278"/>
        <source>It has recurrent layers beside attention.</source>
        <translation>除注意力外它还有循环层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="279"/>
        <source>It has convolutions, and how many positions they turn into tokens is not known.</source>
        <translation>它含有卷积，不知道它们把多少个位置变成 token。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="282"/>
        <source>It has several stacks of blocks, whose lengths need not be the same.</source>
        <translation>它有多组块，其长度未必相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="285"/>
        <source>The attention of some blocks is of an unknown kind.</source>
        <translation>某些块的注意力类型未知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="286"/>
        <source>It is one shard of several; their index counts them all.</source>
        <translation>这是多个分片中的一个；由索引统计全部分片。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="287"/>
        <source>Its attention is sparse, in a way that is not in the tensors.</source>
        <translation>它的注意力是稀疏的，方式不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="288"/>
        <source>An encoder with a decoder: its cost depends on the tokens of both.</source>
        <translation>编码器加解码器：其计算量取决于两者的 token 数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="289"/>
        <source>It is an encoder with a decoder: its cost depends on two lengths.</source>
        <translation>它是编码器加解码器：其计算量取决于两个长度。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="290"/>
        <source>Its attention compares positions as well, with tables of their own.</source>
        <translation>它的注意力还用自己的表来比较位置。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="293"/>
        <source>It attends within windows, whose size is not in the tensors.</source>
        <translation>它在窗口内计算注意力，窗口大小不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="294"/>
        <source>Its blocks share weights; how often they run is not in the tensors.</source>
        <translation>它的块共享权重；运行多少次不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="297"/>
        <source>It has state-space or recurrent blocks beside attention.</source>
        <translation>除注意力外它还有状态空间块或循环块。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="299"/>
        <source>Running this took longer than {seconds} s ({at}) and was stopped.</source>
        <translation>运行超过 {seconds} 秒（{at}），已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="300"/>
        <source>Running this took more than {size} GiB of memory and was stopped.</source>
        <translation>运行占用的内存超过 {size} GiB，已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="301"/>
        <source>Running the model needs more memory than it was allowed.</source>
        <translation>运行该模型所需的内存超过了允许的上限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="302"/>
        <source>The model does not run at these inputs: {why}.</source>
        <translation>该模型无法以这些输入运行：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="303"/>
        <source>The model cannot be built: {why}.</source>
        <translation>无法构建该模型：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="304"/>
        <source>The factory gave a {type}, not a torch.nn.Module.</source>
        <translation>工厂函数返回的是 {type}，不是 torch.nn.Module。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="305"/>
        <source>{model} cannot be imported: {why}.</source>
        <translation>无法导入 {model}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="306"/>
        <source>The config.json is not understood: {why}.</source>
        <translation>无法理解该 config.json：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="307"/>
        <source>A config.json needs transformers, which this Python does not have.</source>
        <translation>使用 config.json 需要 transformers，而此 Python 中没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="308"/>
        <source>There is no file {name} in {folder}.</source>
        <translation>{folder} 中没有文件 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="309"/>
        <source>The model has no input called {name}; it has {names}.</source>
        <translation>模型没有名为 {name} 的输入；它的输入为 {names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="310"/>
        <source>The shape of the model&apos;s input is not in the file.</source>
        <translation>文件中没有模型输入的形状。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="311"/>
        <source>torch cannot load this program: {why}.</source>
        <translation>torch 无法加载此程序：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="312"/>
        <source>This Python cannot import torch: {why}.</source>
        <translation>此 Python 无法导入 torch：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="313"/>
        <source>Counting this needs torch, which this Python does not have.</source>
        <translation>计算此项需要 torch，而此 Python 中没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="314"/>
        <source>This is not the model in the file: {found}</source>
        <translation>这不是文件中的模型：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="315"/>
        <source>The module cannot be rebuilt as it is in the file: {found}</source>
        <translation>无法按文件中的内容重建该模块：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="316"/>
        <source>{n}/{total} tensors match {model}.</source>
        <translation>{n}/{total} 个张量与 {model} 相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="317"/>
        <source>{n}/{total} tensors match {model}; {other} differ ({which}).</source>
        <translation>{n}/{total} 个张量与 {model} 相符；{other} 个不同（{which}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="318"/>
        <source>{tensors} only in the model: {which}.</source>
        <translation>{tensors}仅在模型中：{which}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="319"/>
        <source>{tensors} only in the file: {which}.</source>
        <translation>{tensors}仅在文件中：{which}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="320"/>
        <source>The file holds no weights to compare {model} with.</source>
        <translation>文件中没有可与 {model} 比较的权重。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="321"/>
        <source>The head is counted as the factory makes it; give the factory the number of outputs to count the file&apos;s own.</source>
        <translation>头部按工厂函数的设置计算；要计算文件自身的头部，请把输出数量传给工厂函数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="326"/>
        <source>The input is assumed to be {shapes}; give another if yours differs.</source>
        <translation>假定输入为 {shapes}；若不同请另行给出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="329"/>
        <source>The input is counted as integers, which the model wants.</source>
        <translation>输入按模型所要求的整数计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="330"/>
        <source>Rebuilt by torch.nn&apos;s own constructors from the numbers in the file; nothing of the file ran.</source>
        <translation>由 torch.nn 自身的构造函数根据文件中的数值重建；文件中的任何内容都没有运行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="335"/>
        <source>Hooks in the file were left out.</source>
        <translation>文件中的钩子未被采用。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="336"/>
        <source>Counted by torch {version} on {tensors}.</source>
        <translation>由 torch {version} 使用{tensors}计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="337"/>
        <source>fake tensors</source>
        <translation>伪张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="338"/>
        <source>fake tensors again</source>
        <translation>伪张量（第二次）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="339"/>
        <source>meta tensors</source>
        <translation>meta 张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="340"/>
        <source>meta tensors throughout</source>
        <translation>meta 张量（全部）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="341"/>
        <source>the CPU</source>
        <translation>CPU </translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="342"/>
        <source>There is no formula for it.</source>
        <translation>没有它的计算公式。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="343"/>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="344"/>
        <source>loading torch</source>
        <translation>正在加载 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="345"/>
        <source>loading the program</source>
        <translation>正在加载程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="346"/>
        <source>building the model</source>
        <translation>正在构建模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="347"/>
        <source>{where} is a {kind}, whose code is not in the file.</source>
        <translation>{where} 是 {kind}，其代码不在文件中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences.py" line="348"/>
        <source>{text} is no JSON object.</source>
        <translation>{text} 不是 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <location filename="../../inspector/gui/text.py" line="30"/>
        <source>1 tensor</source>
        <translation>1 个张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="30"/>
        <source>{n} tensors</source>
        <translation>{n} 个张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="31"/>
        <source>1 entry</source>
        <translation>1 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="31"/>
        <source>{n} entries</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="33"/>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="34"/>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="36"/>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="36"/>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="38"/>
        <source>1 param_group</source>
        <translation>1 个 param_group</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="39"/>
        <source>{n} param_groups</source>
        <translation>{n} 个 param_group</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="42"/>
        <source>1 element</source>
        <translation>1 个元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="43"/>
        <source>{n} elements</source>
        <translation>{n} 个元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="46"/>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="47"/>
        <source>{n} characters</source>
        <translation>{n} 个字符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="49"/>
        <source>1 more</source>
        <translation>还有 1 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="49"/>
        <source>{n} more</source>
        <translation>还有 {n} 项</translation>
    </message>
</context>
<context>
    <name>CountsBar</name>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="84"/>
        <source>{n} of {all}</source>
        <translation>第 {n} 处，共 {all} 处</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="84"/>
        <source>{all} differences</source>
        <translation>{all} 处差异</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="86"/>
        <source>1 difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="95"/>
        <source>Previous difference (Shift+F7)</source>
        <translation>上一处差异 (Shift+F7)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="96"/>
        <source>Next difference (F7)</source>
        <translation>下一处差异 (F7)</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <location filename="../../inspector/gui/detail/detail_pane.py" line="32"/>
        <source>Pages about the selection</source>
        <translation>所选内容的页面</translation>
    </message>
</context>
<context>
    <name>DiffCells</name>
    <message>
        <location filename="../../inspector/gui/diff/cells.py" line="74"/>
        <source>renamed</source>
        <translation>改名</translation>
    </message>
</context>
<context>
    <name>DiffFacts</name>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="35"/>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="37"/>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="38"/>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="66"/>
        <source>{share} of the values changed</source>
        <translation>{share} 的值有变化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="78"/>
        <source>all values are equal</source>
        <translation>所有值相等</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="79"/>
        <source>{n} of {elements} differ</source>
        <translation>{elements}中有 {n} 个不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="92"/>
        <source>compared in {dtype}</source>
        <translation>以 {dtype} 比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="106"/>
        <source>at {index}</source>
        <translation>位于 {index}</translation>
    </message>
</context>
<context>
    <name>DiffItemModel</name>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="109"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="111"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="115"/>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="87"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="116"/>
        <source>Values changed</source>
        <translation>变化的值</translation>
    </message>
</context>
<context>
    <name>DiffModules</name>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="76"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="82"/>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="84"/>
        <source>Tensors that differ</source>
        <translation>不同的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="90"/>
        <source>Values changed</source>
        <translation>变化的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="104"/>
        <source>The tensors lie in no modules.</source>
        <translation>这些张量不属于任何模块。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="107"/>
        <source>No tensor differs, as far as was compared.</source>
        <translation>就已比较的部分而言，没有张量不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/modules_page.py" line="108"/>
        <source>{tensors} differ; what changed most comes first.</source>
        <translation>{tensors}不同；变化最大的排在最前。</translation>
    </message>
</context>
<context>
    <name>DiffNames</name>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="23"/>
        <source>prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="24"/>
        <source>same content</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="25"/>
        <source>order and shape</source>
        <translation>顺序与形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="49"/>
        <source>Names taken for the same</source>
        <translation>视为相同的名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="70"/>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="71"/>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="72"/>
        <source>Found by</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="74"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="80"/>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="85"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="94"/>
        <source>Every tensor was found under its own name.</source>
        <translation>每个张量都以自己的名称找到。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="95"/>
        <source>These names differ and were taken for the same. A wrong guess can be rejected; the comparison is then made again without it.</source>
        <translation>这些名称不同，但被视为相同。猜错的可以否决，比较会在去掉它之后重新进行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="103"/>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="104"/>
        <source>Use Again</source>
        <translation>重新采用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="108"/>
        <source>Use the Right&apos;s Names on the Left</source>
        <translation>左侧改用右侧的名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="109"/>
        <source>Use the Left&apos;s Names on the Right</source>
        <translation>右侧改用左侧的名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="110"/>
        <source>Rename edits of that file, in its tab; they can be undone.</source>
        <translation>在该文件的标签页中进行重命名编辑；可以撤销。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="148"/>
        <source>rejected</source>
        <translation>已否决</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="149"/>
        <source>used</source>
        <translation>已采用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="160"/>
        <source>{tensors} were recognised under another name.</source>
        <translation>{tensors}以其他名称被识别出来。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="163"/>
        <source>“{a}” on the left stands for “{b}” on the right ({tensors}).</source>
        <translation>左侧的“{a}”对应右侧的“{b}”（{tensors}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="167"/>
        <source>The prefix “{a}” on the left is ignored ({tensors}).</source>
        <translation>忽略左侧的前缀“{a}”（{tensors}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_page.py" line="169"/>
        <source>The prefix “{b}” on the right is ignored ({tensors}).</source>
        <translation>忽略右侧的前缀“{b}”（{tensors}）。</translation>
    </message>
</context>
<context>
    <name>DiffPages</name>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="38"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="43"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="48"/>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="54"/>
        <source>Other values</source>
        <translation>其他值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="60"/>
        <source>Will it load?</source>
        <translation>能加载吗？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pages.py" line="150"/>
        <source>Pages about the comparison</source>
        <translation>有关比较的页面</translation>
    </message>
</context>
<context>
    <name>DiffPane</name>
    <message>
        <location filename="../../inspector/gui/diff/diff_pane.py" line="262"/>
        <source>Tree, in file order</source>
        <translation>树，按文件顺序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/diff_pane.py" line="262"/>
        <source>List, worst first</source>
        <translation>列表，差异最大的在前</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/diff_pane.py" line="264"/>
        <source>Order of the rows</source>
        <translation>行的顺序</translation>
    </message>
</context>
<context>
    <name>DiffReport</name>
    <message>
        <location filename="../../inspector/gui/diff/reporting.py" line="61"/>
        <source>Export Comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/reporting.py" line="75"/>
        <source>The comparison was written to {name}.</source>
        <translation>比较结果已写入 {name}。</translation>
    </message>
</context>
<context>
    <name>DiffState</name>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="57"/>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="58"/>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="62"/>
        <source>changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="63"/>
        <source>The values differ, or how they are stored.</source>
        <translation>值不同，或存储方式不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="67"/>
        <source>mismatched</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="68"/>
        <source>Shape, dtype or device differ.</source>
        <translation>形状、dtype 或设备不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="72"/>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="73"/>
        <source>Only the left side has it.</source>
        <translation>只有左侧有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="77"/>
        <source>unexpected</source>
        <translation>多余</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="78"/>
        <source>Only the right side has it.</source>
        <translation>只有右侧有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="93"/>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="94"/>
        <source>The values have not been compared yet.</source>
        <translation>值尚未比较。</translation>
    </message>
</context>
<context>
    <name>DiffTensor</name>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="68"/>
        <source>Choose a tensor to see how its values differ.</source>
        <translation>选择一个张量，查看其值有何不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="38"/>
        <source>Facts of both sides</source>
        <translation>两侧的信息</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="55"/>
        <source>First elements that differ</source>
        <translation>最先不同的元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="48"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="178"/>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="48"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="179"/>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="74"/>
        <source>Copy to the Left</source>
        <translation>复制到左侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="75"/>
        <source>Copy to the Right</source>
        <translation>复制到右侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="173"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="177"/>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="213"/>
        <source>Copy differing elements as CSV</source>
        <translation>将不同的元素复制为 CSV</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="95"/>
        <source>{name} has edits that were not saved: save it first.</source>
        <translation>{name} 有未保存的编辑：请先保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="97"/>
        <source>An edit of the other file, in its tab; it can be undone.</source>
        <translation>在另一文件的标签页中进行编辑；可以撤销。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="251"/>
        <source>The values cannot be compared one by one.</source>
        <translation>这些值无法逐个比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="253"/>
        <source>No element differs.</source>
        <translation>没有元素不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="254"/>
        <source>Δ: mean {mean}, standard deviation {std}</source>
        <translation>Δ：均值 {mean}，标准差 {std}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="257"/>
        <source>the first {n} of {all} elements that differ are listed</source>
        <translation>列出了 {all} 个不同元素中的前 {n} 个</translation>
    </message>
</context>
<context>
    <name>DiffTree</name>
    <message>
        <location filename="../../inspector/gui/diff/tree.py" line="52"/>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>DiffValues</name>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="25"/>
        <source>Other values that differ</source>
        <translation>其他不同的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="29"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="31"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="37"/>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="38"/>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="46"/>
        <source>Values beside the tensors that differ.</source>
        <translation>张量之外不同的值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/values_page.py" line="47"/>
        <source>Everything beside the tensors is the same on both sides.</source>
        <translation>除张量之外，两侧完全相同。</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <location filename="../../inspector/gui/diff/diff_view.py" line="145"/>
        <source>Comparing was stopped.</source>
        <translation>比较已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/outdated_banner.py" line="66"/>
        <source>{name} changed on disk.</source>
        <translation>{name} 在磁盘上已更改。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/outdated_banner.py" line="69"/>
        <source>{name} has other edits in its tab now.</source>
        <translation>{name} 的标签页中现在有其他编辑。</translation>
    </message>
</context>
<context>
    <name>DistributionPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="32"/>
        <source>Distribution of the values</source>
        <translation>值的分布</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="37"/>
        <source>log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="40"/>
        <source>Bins</source>
        <translation>分箱数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="56"/>
        <source>Copy statistics</source>
        <translation>复制统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="95"/>
        <source>sample of {n} values</source>
        <translation>{n} 个值的抽样</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="100"/>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="102"/>
        <source>no finite value to draw</source>
        <translation>没有可绘制的有限值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="104"/>
        <source>{nan} NaN and {inf} Inf are not drawn</source>
        <translation>{nan} 个 NaN 和 {inf} 个 Inf 未绘制</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="108"/>
        <source>all values are equal</source>
        <translation>所有值都相等</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <location filename="../../inspector/gui/document_tabs.py" line="52"/>
        <location filename="../../inspector/gui/document_tabs.py" line="53"/>
        <source>Open files</source>
        <translation>已打开的文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document_tabs.py" line="169"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="135"/>
        <source>Opening was stopped.</source>
        <translation>已停止打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="237"/>
        <source>{name} was deleted or moved.</source>
        <translation>{name} 已被删除或移走。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="239"/>
        <source>{name} changed on disk {time}.</source>
        <translation>{name} 在磁盘上已更改（{time}）。</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="45"/>
        <source>What would change</source>
        <translation>将发生的更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="46"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="46"/>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="82"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="154"/>
        <source>{text}; the first {n} are shown</source>
        <translation>{text}；仅显示前 {n} 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="167"/>
        <source>Inspector made a mistake; nothing was changed.</source>
        <translation>Inspector 自身出错；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>EditDialogs</name>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="49"/>
        <source>Strip Prefix</source>
        <translation>去除前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="55"/>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="71"/>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="69"/>
        <source>Add Prefix</source>
        <translation>添加前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="83"/>
        <source>Rename Keys</source>
        <translation>重命名键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="86"/>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="89"/>
        <source>Find in keys</source>
        <translation>在键中查找</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="90"/>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="111"/>
        <source>Map Devices</source>
        <translation>映射设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="125"/>
        <source>Target of {device}</source>
        <translation>{device} 的目标</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="155"/>
        <source>Cast Floating Tensors</source>
        <translation>转换浮点张量类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="158"/>
        <source>To dtype</source>
        <translation>目标 dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="173"/>
        <source>Set Value</source>
        <translation>设置值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="178"/>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="179"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="64"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="65"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="71"/>
        <source>S&amp;trip “{prefix}”</source>
        <translation>去除“{prefix}”(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="75"/>
        <source>S&amp;trip Prefix…</source>
        <translation>去除前缀(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="189"/>
        <source>Compact Storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="193"/>
        <source>Make Loadable with weights_only</source>
        <translation>使其可用 weights_only 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="224"/>
        <source>The edits were copied as Python.</source>
        <translation>编辑已复制为 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="239"/>
        <source>Apply Recipe</source>
        <translation>应用配方</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <location filename="../../inspector/gui/edits/document_edits.py" line="113"/>
        <source>“{edit}” stays, because a later edit needs it. {why}</source>
        <translation>“{edit}”予以保留，因为后面的编辑需要它。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="29"/>
        <source>Strip “{a}”</source>
        <translation>去除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="30"/>
        <source>Add “{a}”</source>
        <translation>添加“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="31"/>
        <location filename="../../inspector/gui/edits/words.py" line="69"/>
        <source>Rename “{a}” to “{b}”</source>
        <translation>将“{a}”重命名为“{b}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="32"/>
        <location filename="../../inspector/gui/edits/words.py" line="50"/>
        <source>Drop “{a}”</source>
        <translation>删除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="33"/>
        <source>Keep Only “{a}”</source>
        <translation>仅保留“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="34"/>
        <source>Map {a} to {b}</source>
        <translation>将 {a} 映射到 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="35"/>
        <source>Cast to {a}</source>
        <translation>转换为 {a}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="36"/>
        <source>Set {a} to {b}</source>
        <translation>将 {a} 设为 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="37"/>
        <source>Compact Storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="38"/>
        <source>Untie “{a}”</source>
        <translation>解除“{a}”的共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="39"/>
        <source>Tie {b} to {a}</source>
        <translation>使 {b} 与 {a} 共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="40"/>
        <source>Make Loadable with weights_only</source>
        <translation>使其可用 weights_only 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="41"/>
        <source>Write Calls That torch {a} Has</source>
        <translation>改写为 torch {a} 已有的调用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="51"/>
        <source>Drop {n}</source>
        <translation>删除 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="55"/>
        <source>Take {a} from {b}</source>
        <translation>从 {b} 取 {a}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="79"/>
        <source>Removal: {edit}</source>
        <translation>移除：{edit}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="92"/>
        <source>1 change</source>
        <translation>1 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="92"/>
        <source>{n} changes</source>
        <translation>{n} 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="104"/>
        <source>(dropped)</source>
        <translation>（已删除）</translation>
    </message>
</context>
<context>
    <name>EditsPanel</name>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="74"/>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="75"/>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="78"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="79"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="95"/>
        <source>Inspector made a mistake while opening {name}.</source>
        <translation>打开 {name} 时 Inspector 自身出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="96"/>
        <source>The details below help to mend it. The file itself was not changed.</source>
        <translation>下面的详细信息有助于修复此问题。文件本身没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="131"/>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="132"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="146"/>
        <location filename="../../inspector/gui/document/state_pages.py" line="149"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="318"/>
        <source>Inspector made a mistake; nothing was changed.</source>
        <translation>Inspector 自身出错；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="150"/>
        <location filename="../../inspector/gui/detail/tensor/export_menu.py" line="30"/>
        <location filename="../../inspector/gui/detail/tensor/export_menu.py" line="31"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/export_menu.py" line="42"/>
        <source>Export as {suffix}</source>
        <translation>导出为 {suffix}</translation>
    </message>
</context>
<context>
    <name>ExportingPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="37"/>
        <source>Save tensor as .npy…</source>
        <translation>将张量存为 .npy…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="54"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="201"/>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="46"/>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="50"/>
        <source>Elements</source>
        <translation>元素数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="52"/>
        <location filename="../../inspector/gui/detail/facts.py" line="168"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="54"/>
        <location filename="../../inspector/gui/detail/facts.py" line="169"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="61"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="61"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="65"/>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="70"/>
        <source>contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="72"/>
        <source>not contiguous</source>
        <translation>不连续</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="77"/>
        <source>Pending</source>
        <translation>待应用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="87"/>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="94"/>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="95"/>
        <source>Storage size</source>
        <translation>存储大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="104"/>
        <source>Offset in file</source>
        <translation>文件内偏移</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="107"/>
        <source>Byte order</source>
        <translation>字节序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="107"/>
        <source>big-endian</source>
        <translation>大端</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="138"/>
        <source>Tied with</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="141"/>
        <source>Beside, same storage</source>
        <translation>同一存储，不重叠</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="142"/>
        <source>Overlaps with</source>
        <translation>与其重叠</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="146"/>
        <location filename="../../inspector/gui/detail/facts.py" line="161"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="148"/>
        <location filename="../../inspector/gui/detail/facts.py" line="151"/>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="162"/>
        <source>Entries</source>
        <translation>项数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="165"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/facts.py" line="167"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="63"/>
        <source>{hits} of {searched}</source>
        <translation>{hits} / {searched}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="71"/>
        <source>Not a regex: {why}</source>
        <translation>不是正则表达式：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="72"/>
        <source>This regex takes too long</source>
        <translation>此正则表达式耗时过长</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="73"/>
        <source>A shape is written 64x3 or 64x*x3</source>
        <translation>形状写作 64x3 或 64x*x3</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="74"/>
        <source>A size is written &gt;1MB or &lt;=512KiB</source>
        <translation>大小写作 &gt;1MB 或 &lt;=512KiB</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="75"/>
        <source>A number of parameters is written &gt;1M</source>
        <translation>参数量写作 &gt;1M</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="94"/>
        <location filename="../../inspector/gui/document/filter_bar.py" line="95"/>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="97"/>
        <source>All of these, separated by spaces:</source>
        <translation>须同时满足，以空格分隔：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="98"/>
        <source>words in the full name</source>
        <translation>完整名称中的词</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="99"/>
        <source>a glob with * and ?, up to the end of the name</source>
        <translation>含 * 和 ? 的 glob，匹配到名称末尾</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="100"/>
        <source>a regex</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="101"/>
        <source>one of these dtypes</source>
        <translation>这些 dtype 之一</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="102"/>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="103"/>
        <source>how a shape begins; = all of it</source>
        <translation>形状的开头；= 表示完整形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="104"/>
        <source>a size, a number of parameters</source>
        <translation>大小、参数量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="105"/>
        <source>Esc clears, Down leaves.</source>
        <translation>Esc 清除，↓ 进入结果。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="110"/>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="34"/>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="35"/>
        <source>Inf</source>
        <translation>Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="26"/>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="25"/>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="32"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="36"/>
        <source>Zeros</source>
        <translation>零的个数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="37"/>
        <source>Min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="38"/>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="39"/>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_columns.py" line="40"/>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="46"/>
        <location filename="../../inspector/gui/detail/health_page.py" line="106"/>
        <source>Health of the values</source>
        <translation>数值健康检查</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="58"/>
        <source>Checked tensors</source>
        <translation>已检查的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="107"/>
        <source>Check All Tensors</source>
        <translation>检查全部张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="108"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="109"/>
        <source>Problems only</source>
        <translation>仅显示有问题的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="161"/>
        <source>Stopped before all {tensors} were checked. {summary}.</source>
        <translation>未检查完全部 {tensors} 即已停止。{summary}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="197"/>
        <source>This file holds no tensors to check.</source>
        <translation>此文件没有可检查的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="199"/>
        <source>Reads every value once ({tensors}, {size}) and looks for NaN, Inf, tensors that are all zero or constant, and rows of zeros. What it finds is marked in the tree.</source>
        <translation>将所有值读取一遍（{tensors}，{size}），查找 NaN、Inf、全零或恒定的张量以及全零行。发现的问题会在树中标出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="218"/>
        <source>Export the Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="241"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>HeatPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="28"/>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="29"/>
        <source>Heat map of the tensor</source>
        <translation>张量的热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="35"/>
        <source>Each block shows</source>
        <translation>每块显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="36"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="37"/>
        <source>max |x|</source>
        <translation>max |x|</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="45"/>
        <source>clip outliers</source>
        <translation>截断离群值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="48"/>
        <source>Colours for 99.5 % of the blocks; the rest is at the end</source>
        <translation>颜色覆盖 99.5 % 的块；其余取两端的颜色</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="101"/>
        <source>mean of blocks of {rows} × {columns}</source>
        <translation>每 {rows} × {columns} 块的均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="103"/>
        <source>max |x| of blocks of {rows} × {columns}</source>
        <translation>每 {rows} × {columns} 块的 max |x|</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="159"/>
        <source>{value}, with NaN or Inf</source>
        <translation>{value}，含 NaN 或 Inf</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="30"/>
        <source>Guide to Formats</source>
        <translation>格式指南</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="31"/>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="32"/>
        <source>Command Line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="75"/>
        <location filename="../../inspector/gui/help_window.py" line="76"/>
        <location filename="../../inspector/gui/help_window.py" line="77"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="107"/>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="107"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="116"/>
        <source>The first nine of the recent files</source>
        <translation>最近文件中的前九个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/help_window.py" line="117"/>
        <source>In the tree: unfold, fold, unfold everything below</source>
        <translation>在树中：展开、折叠、展开其下全部</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/histogram_plot.py" line="28"/>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/histogram_plot.py" line="67"/>
        <source>values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>KernelsPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="28"/>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="29"/>
        <source>Kernels of the tensor</source>
        <translation>张量的卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="32"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="38"/>
        <source>from</source>
        <translation>起始</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="86"/>
        <source>{first} to {last} of {all} kernels of {size}</source>
        <translation>第 {first} 至 {last} 个，共 {all} 个 {size} 卷积核</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="33"/>
        <source>(the module itself)</source>
        <translation>（模块自身）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="46"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="48"/>
        <source>Operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="48"/>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="64"/>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="73"/>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="80"/>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="87"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layer_columns.py" line="54"/>
        <source>Elements</source>
        <translation>元素数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="32"/>
        <location filename="../../inspector/gui/detail/layers_page.py" line="39"/>
        <location filename="../../inspector/gui/detail/layers_page.py" line="58"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="98"/>
        <source>This file does not say what layers it is made of.</source>
        <translation>此文件没有说明它由哪些层组成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="101"/>
        <source>{n} nodes: {operators}</source>
        <translation>{n} 个节点：{operators}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="109"/>
        <source>{n} layers with {parameters}, as the code says.</source>
        <translation>{n} 层，共 {parameters}，依据代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="107"/>
        <source>{n} layers with {parameters}, as the pickled modules say.</source>
        <translation>{n} 层，{parameters}，依据序列化的 module。</translation>
    </message>
</context>
<context>
    <name>LazyTable</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/lazy_table.py" line="50"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>LoadPanel</name>
    <message>
        <location filename="../../inspector/gui/diff/load_dialog.py" line="24"/>
        <source>Why Does {file} Not Load?</source>
        <translation>为什么 {file} 无法加载？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_page.py" line="44"/>
        <source>Load {file} into the model of {other}</source>
        <translation>将 {file} 加载到 {other} 的模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_page.py" line="45"/>
        <source>{file} did not load: torch&apos;s error text…</source>
        <translation>{file} 未能加载：torch 的错误文本…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="133"/>
        <source>Paste what torch said.</source>
        <translation>请粘贴 torch 的报错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="151"/>
        <source>It would load: every key is there and fits.</source>
        <translation>可以加载：每个键都在且形状相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="154"/>
        <source>It would not load: {counts}.</source>
        <translation>无法加载：{counts}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="170"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="185"/>
        <source>What is loaded into what</source>
        <translation>把什么加载到什么</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="186"/>
        <source>Text of torch&apos;s error</source>
        <translation>torch 错误的文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="191"/>
        <source>What torch would say</source>
        <translation>torch 会怎么说</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="192"/>
        <source>Apply These Edits</source>
        <translation>应用这些编辑</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="208"/>
        <source>{n} missing</source>
        <translation>缺失 {n} 个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="209"/>
        <source>{n} unexpected</source>
        <translation>多余 {n} 个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="210"/>
        <source>{n} of another size</source>
        <translation>{n} 个形状不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="221"/>
        <source>No edit of keys would help.</source>
        <translation>编辑键无济于事。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="223"/>
        <source>After these edits it would load:</source>
        <translation>进行这些编辑后即可加载：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="225"/>
        <source>These edits would help:</source>
        <translation>这些编辑会有帮助：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="229"/>
        <source>What would be left: {counts}.</source>
        <translation>仍会剩下：{counts}。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="242"/>
        <source>Also At</source>
        <translation>同时位于</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="292"/>
        <source>No column or pane was changed.</source>
        <translation>没有更改过列或窗格。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/viewing.py" line="68"/>
        <source>This tree is too large to unfold at once; its first levels are.</source>
        <translation>内容太多，无法一次全部展开；已展开前几层。</translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="41"/>
        <source>Metadata as a tree</source>
        <translation>元数据树</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="115"/>
        <source>Everything that is no tensor</source>
        <translation>张量以外的全部内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="122"/>
        <source>Metadata as a table</source>
        <translation>元数据表</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="164"/>
        <source>As Table</source>
        <translation>表格形式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="165"/>
        <source>Full names in one sortable table</source>
        <translation>以一张可排序的表显示完整名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="167"/>
        <source>This file holds nothing but tensors: no settings, no counters.</source>
        <translation>此文件只有张量：没有设置，也没有计数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="202"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="111"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="203"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="112"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="205"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="113"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/metadata_nodes.py" line="97"/>
        <source>There is more; the tree on the left has all of it.</source>
        <translation>还有更多；左侧的树包含全部内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/metadata_nodes.py" line="105"/>
        <source>Container</source>
        <translation>容器</translation>
    </message>
</context>
<context>
    <name>NamesLine</name>
    <message>
        <location filename="../../inspector/gui/diff/names_line.py" line="44"/>
        <source>Names are compared as they are; what was found was rejected.</source>
        <translation>名称按原样比较；找到的对应关系已被否决。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_line.py" line="47"/>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_line.py" line="50"/>
        <source>All {n}…</source>
        <translation>全部 {n} 条…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/names_line.py" line="51"/>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <location filename="../../inspector/gui/detail/node_page.py" line="27"/>
        <source>About the selected row</source>
        <translation>所选行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/node_page.py" line="34"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/node_page.py" line="43"/>
        <location filename="../../inspector/gui/detail/node_page.py" line="44"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/number_texts.py" line="56"/>
        <source>dequantised: (stored − zero_point) × scale</source>
        <translation>已反量化：（存储值 − zero_point）× scale</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/number_texts.py" line="57"/>
        <source>stored integers: each channel has a scale of its own</source>
        <translation>存储的整数：每个通道有各自的 scale</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/open_dialog.py" line="20"/>
        <source>Open Checkpoints</source>
        <translation>打开 checkpoint</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/open_dialog.py" line="22"/>
        <source>Checkpoints</source>
        <translation>Checkpoint 文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/open_dialog.py" line="22"/>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/open_dialog.py" line="29"/>
        <source>Open a Sharded Checkpoint</source>
        <translation>打开分片 checkpoint</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="61"/>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="68"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="71"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="85"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>OptimizerPage</name>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="97"/>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="106"/>
        <source>The groups differ in this option.</source>
        <translation>各组的此项设置不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="117"/>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="124"/>
        <source>group {n}</source>
        <translation>第 {n} 组</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="185"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="190"/>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="192"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="199"/>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="204"/>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="222"/>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_facts.py" line="223"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="33"/>
        <source>Names as the optimizer saved them.</source>
        <translation>名称由优化器自身保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="34"/>
        <source>Names as the optimizer&apos;s own keys give them.</source>
        <translation>名称来自优化器自身的键。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="35"/>
        <source>Names told from the order of the model&apos;s parameters; every shape in the state agrees.</source>
        <translation>名称按模型参数的顺序推断；状态中的所有形状均相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="47"/>
        <source>About the optimizer</source>
        <translation>关于优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="60"/>
        <source>No optimizer here.</source>
        <translation>这里没有优化器。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="67"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="68"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="78"/>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="100"/>
        <source>Parameters and their state</source>
        <translation>参数及其状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="83"/>
        <source>No model in this file tells their names.</source>
        <translation>此文件中没有模型能给出它们的名称。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="91"/>
        <source>Options of the param_groups</source>
        <translation>param_groups 的选项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="133"/>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="138"/>
        <source>{size} of state</source>
        <translation>状态 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="141"/>
        <source>no state yet: it was saved before its first step</source>
        <translation>尚无状态：在第一步之前保存</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="144"/>
        <source>{n} without state</source>
        <translation>{n} 没有状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="151"/>
        <source>Without names the parameters are listed by their own keys. Resuming from this file works only if the script builds its param_groups in the same order.</source>
        <translation>没有名称时按参数自身的键列出。只有当脚本以相同顺序构建 param_groups 时，才能从此文件恢复训练。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="99"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="107"/>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="114"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="121"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="128"/>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="135"/>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="142"/>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="149"/>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="156"/>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="164"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="172"/>
        <source>Compute</source>
        <translation>计算量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="180"/>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="188"/>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
</context>
<context>
    <name>PairPlot</name>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="30"/>
        <source>Histograms and heat map of the difference</source>
        <translation>差异的直方图与热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="98"/>
        <source>left (line), right (filled)</source>
        <translation>左（线）、右（填充）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="110"/>
        <source>Δ = right − left</source>
        <translation>Δ = 右 − 左</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="120"/>
        <source>max |Δ| by block</source>
        <translation>每块的最大 |Δ|</translation>
    </message>
</context>
<context>
    <name>PlaneBar</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plane_bar.py" line="27"/>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plane_bar.py" line="28"/>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>PlotPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="82"/>
        <source>Copy data as CSV</source>
        <translation>将数据复制为 CSV</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="83"/>
        <source>Save data as .csv…</source>
        <translation>将数据存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="84"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="215"/>
        <source>Save image…</source>
        <translation>保存图像…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="88"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="189"/>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="28"/>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="29"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="30"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="34"/>
        <source>The format of the file that is open</source>
        <translation>所打开文件的格式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="79"/>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="80"/>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="82"/>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="83"/>
        <source>Double-Click</source>
        <translation>双击打开</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="84"/>
        <source>Python with torch</source>
        <translation>带 torch 的 Python</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="174"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="175"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="176"/>
        <source>&amp;Save As suggests</source>
        <translation>另存为默认格式(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="177"/>
        <source>&amp;Relative tolerance</source>
        <translation>相对容差(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="178"/>
        <source>&amp;Absolute tolerance</source>
        <translation>绝对容差(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="190"/>
        <source>Where two files are compared, elements are equal while |a − b| ≤ absolute + relative × |b|. Zero is exact.</source>
        <translation>比较两个文件时，|a − b| ≤ 绝对容差 + 相对容差 × |b| 的元素视为相等。零表示完全相等。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="196"/>
        <source>Reopen &amp;files at start</source>
        <translation>启动时重新打开文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences.py" line="198"/>
        <source>&amp;Ask before edits that were not saved are given up</source>
        <translation>放弃未保存的编辑之前先询问(&amp;A)</translation>
    </message>
</context>
<context>
    <name>PreferencesFiles</name>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="73"/>
        <source>Files of these names open here with a double-click, and so does a PyTorch .bin, which is known by its content. Nobody else&apos;s type is taken over.</source>
        <translation>双击这些扩展名的文件会在这里打开；PyTorch 的 .bin 由内容识别，也一样。不会抢占其他程序的类型。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="79"/>
        <source>Offered as well, not first, for</source>
        <translation>也可用于（不排首位）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="80"/>
        <source>&amp;Undo All</source>
        <translation>全部撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="81"/>
        <source>What was changed</source>
        <translation>更改记录</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="83"/>
        <source>Every file that is written or removed is listed here.</source>
        <translation>写入或删除的每个文件都列在这里。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="93"/>
        <source>A double-click on a checkpoint opens it here.</source>
        <translation>双击 checkpoint 会在这里打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="94"/>
        <source>The desktop does not know checkpoints yet.</source>
        <translation>桌面还不认识 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="96"/>
        <source>&amp;Register Again</source>
        <translation>重新注册(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="98"/>
        <source>&amp;Register</source>
        <translation>注册(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_files.py" line="121"/>
        <source>Nothing had to be changed.</source>
        <translation>无需更改。</translation>
    </message>
</context>
<context>
    <name>PreferencesPython</name>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="50"/>
        <source>Opening, editing and saving never need torch. Two things ask it: whether it would load a saved file, and the cost of a model that only its own code describes. It runs in a process of its own. Empty means the Python that runs this window.</source>
        <translation>打开、编辑和保存都不需要 torch。只有两件事要问它：保存的文件能否被它加载，以及只有自身代码才能描述的模型的计算量。它在单独的进程里运行。留空表示运行本窗口的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="57"/>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="70"/>
        <source>Python with torch</source>
        <translation>带 torch 的 Python</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="58"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="59"/>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="82"/>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="94"/>
        <source>There is no torch: {why}</source>
        <translation>没有 torch：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="97"/>
        <source>torch {version} on Python {python}</source>
        <translation>torch {version}，Python {python}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="63"/>
        <location filename="../../inspector/gui/diff/progress_line.py" line="64"/>
        <source>Stop comparing values</source>
        <translation>停止比较值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="65"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="73"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="73"/>
        <source>Go on comparing values</source>
        <translation>继续比较值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="82"/>
        <source>All values were compared: both sides are identical.</source>
        <translation>所有值均已比较：两侧完全相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="83"/>
        <source>All values were compared.</source>
        <translation>所有值均已比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="85"/>
        <source>Stopped: the values of {n} tensors were not compared.</source>
        <translation>已停止：{n} 个张量的值未比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="88"/>
        <source>Paused: the values of {n} tensors are still to be compared.</source>
        <translation>已暂停：还有 {n} 个张量的值待比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="90"/>
        <source>Comparing values: {n} tensors left</source>
        <translation>正在比较值：还剩 {n} 个张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/progress_line.py" line="93"/>
        <source>Comparing values: {n} tensors left · {done} of {total}</source>
        <translation>正在比较值：还剩 {n} 个张量 · {done} / {total}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <location filename="../../inspector/gui/recent_menu.py" line="42"/>
        <source>Forget These Files</source>
        <translation>清空此列表</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="60"/>
        <source>Save Recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="71"/>
        <source>The recipe was saved as {name}.</source>
        <translation>配方已保存为 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="85"/>
        <source>Apply Recipe</source>
        <translation>应用配方</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <location filename="../../inspector/gui/diff/ruler.py" line="36"/>
        <source>Overview of the differences</source>
        <translation>差异概览</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="66"/>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="169"/>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="86"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="87"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="94"/>
        <source>&amp;Leave these out</source>
        <translation>舍弃这些内容(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="95"/>
        <source>&amp;Replace the file that is there</source>
        <translation>替换已有的文件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="96"/>
        <source>&amp;Verify: read back every tensor</source>
        <translation>校验：回读每个张量(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="98"/>
        <source>Let torc&amp;h load the result with weights_only=True, too</source>
        <translation>同时让 torch 以 weights_only=True 加载结果(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="100"/>
        <source>&amp;Open the saved file in this tab</source>
        <translation>在此标签页中打开保存的文件(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="108"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="209"/>
        <source>About {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="211"/>
        <source>{free} free in {folder}</source>
        <translation>{folder} 可用空间 {free}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="227"/>
        <source>{format} cannot hold: {losses}.</source>
        <translation>{format} 无法保存：{losses}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="232"/>
        <source>{name} exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="233"/>
        <source>It stays whole until the new file is complete.</source>
        <translation>新文件写完之前，原文件保持完整。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="235"/>
        <source>{name} is the file that is open here.</source>
        <translation>{name} 正是此处打开的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="239"/>
        <source>There is not enough room on this disk.</source>
        <translation>此磁盘空间不足。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="278"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="278"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="302"/>
        <source>{torch} loads it.</source>
        <translation>{torch} 能加载它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="306"/>
        <source>The file was saved, but {torch} does not load it: {why}</source>
        <translation>文件已保存，但 {torch} 无法加载它：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="311"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="329"/>
        <source>Inspector made a mistake; nothing was written. The file that was there is untouched.</source>
        <translation>Inspector 自身出错；未写入任何内容。原有文件没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="341"/>
        <source>Saving was stopped; nothing was written.</source>
        <translation>已停止保存；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>SaveOptions</name>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="32"/>
        <source>the format of torch 1.6 and later; 1.5 reads it, too</source>
        <translation>torch 1.6 及以上的格式，1.5 也能读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="34"/>
        <source>every torch since 0.4</source>
        <translation>0.4 以来的所有 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="37"/>
        <source>tensors only; read by Hugging Face and others</source>
        <translation>仅张量；Hugging Face 等可读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="39"/>
        <source>the graph with its edited values</source>
        <translation>带有已编辑值的计算图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="42"/>
        <source>For torch ≥ 1.5: convert what only newer ones can read</source>
        <translation>用于 torch ≥ 1.5：转换只有更新版本才能读取的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="45"/>
        <source>For torch 0.4 – 1.4: convert what only newer ones can read</source>
        <translation>用于 torch 0.4 – 1.4：转换只有更新版本才能读取的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="51"/>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="52"/>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="53"/>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="54"/>
        <source>torch is loading it</source>
        <translation>torch 正在加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="94"/>
        <source>Split into shards of at most</source>
        <translation>拆分为分片，每片不超过</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="100"/>
        <source>Size of a shard</source>
        <translation>分片大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="150"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="171"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../inspector/gui/edits/saving.py" line="67"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>SidesBar</name>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="37"/>
        <source>whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="122"/>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="127"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="129"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="130"/>
        <source>Swap sides</source>
        <translation>交换左右</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="131"/>
        <source>Part of the left file</source>
        <translation>左侧文件的部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="131"/>
        <source>Part of the right file</source>
        <translation>右侧文件的部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="135"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="136"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="137"/>
        <source>The comparison as a report for other people</source>
        <translation>把比较结果导出为给他人的报告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="138"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="139"/>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="143"/>
        <source>Values are the same where |a − b| ≤ atol + rtol · |b|, as in torch.allclose.</source>
        <translation>当 |a − b| ≤ atol + rtol · |b| 时视值为相同，与 torch.allclose 一致。</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="41"/>
        <source>Source code in the file</source>
        <translation>文件中的源代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="44"/>
        <source>Texts in the file</source>
        <translation>文件中的文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="51"/>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="87"/>
        <source>Nothing in this code was executed.</source>
        <translation>未执行其中的任何代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="101"/>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="146"/>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/source_page.py" line="153"/>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>StatStrip</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="42"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="43"/>
        <source>zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="44"/>
        <source>distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="44"/>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="98"/>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="120"/>
        <source>Copy statistics</source>
        <translation>复制统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="160"/>
        <source>of the absolute values</source>
        <translation>绝对值的统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="161"/>
        <source>of the stored integers (int_repr)</source>
        <translation>所存整数的统计 (int_repr)</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <location filename="../../inspector/gui/theme.py" line="99"/>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="101"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="103"/>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="104"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="106"/>
        <source>Nothing dangerous</source>
        <translation>未发现危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="109"/>
        <source>Unknown globals</source>
        <translation>含未知 global</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="112"/>
        <source>Dangerous</source>
        <translation>危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="115"/>
        <source>Not readable to its end</source>
        <translation>无法完整读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="121"/>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="122"/>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="124"/>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="127"/>
        <source>scheduler</source>
        <translation>学习率调度器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="129"/>
        <source>scaler</source>
        <translation>梯度缩放器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="131"/>
        <source>hyper-parameters</source>
        <translation>超参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="133"/>
        <source>RNG state</source>
        <translation>RNG 状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="134"/>
        <source>callbacks</source>
        <translation>回调</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="135"/>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="136"/>
        <source>constants</source>
        <translation>常量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="137"/>
        <source>graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="138"/>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="139"/>
        <source>structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="140"/>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="141"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="../../inspector/gui/status.py" line="39"/>
        <location filename="../../inspector/gui/status.py" line="92"/>
        <location filename="../../inspector/gui/status.py" line="98"/>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="76"/>
        <source>{n} selected</source>
        <translation>已选 {n} 行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="93"/>
        <source>Something in Inspector itself went wrong.</source>
        <translation>Inspector 自身出现了错误。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="102"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="32"/>
        <source>No tensors</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="40"/>
        <source>saved on {devices}</source>
        <translation>保存自 {devices}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="48"/>
        <source>{n} with tied tensors counted each time</source>
        <translation>重复计入共享张量时为 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="51"/>
        <source>{n} trainable</source>
        <translation>{n} 个可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="76"/>
        <source>version {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="79"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="80"/>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="81"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="85"/>
        <source>Trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="88"/>
        <source>Elements by dtype</source>
        <translation>各 dtype 元素数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="80"/>
        <source>The whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="135"/>
        <source>module</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="144"/>
        <source>prefix {p}</source>
        <translation>前缀 {p}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="152"/>
        <source>optimizer {kind}</source>
        <translation>优化器 {kind}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="157"/>
        <source>{size} of state</source>
        <translation>状态 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="140"/>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="135"/>
        <source>probably {name}: {why}</source>
        <translation>可能是 {name}：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="84"/>
        <source>what is not tensors: pickles, headers, padding</source>
        <translation>非张量部分：pickle、文件头、填充</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="104"/>
        <source>(directly in it)</source>
        <translation>（直接位于其中）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="150"/>
        <source>{tensors} on {n} shared storages</source>
        <translation>{tensors}，位于 {n} 个共享存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="154"/>
        <source>{size} not stored twice</source>
        <translation>未重复存储 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="156"/>
        <source>Tied tensors</source>
        <translation>共享权重的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="158"/>
        <source>Wasted bytes</source>
        <translation>浪费的字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_lines.py" line="159"/>
        <source>{size} of the storages are reached by no tensor</source>
        <translation>存储中有 {size} 不被任何张量使用</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="49"/>
        <source>About the file</source>
        <translation>文件概要</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="93"/>
        <location filename="../../inspector/gui/detail/summary_page.py" line="113"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="110"/>
        <source>Looking through {tensors}…</source>
        <translation>正在查看 {tensors}…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="111"/>
        <location filename="../../inspector/gui/detail/summary_page.py" line="122"/>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="114"/>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="134"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="159"/>
        <source>Nothing in the file was executed.</source>
        <translation>未执行文件中的任何代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="175"/>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="189"/>
        <source>Globals in its pickles</source>
        <translation>pickle 引用的 global</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="256"/>
        <source>Show in Tree</source>
        <translation>在树中显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="257"/>
        <source>Return or double-click does the same.</source>
        <translation>按 Enter 或双击效果相同。</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <location filename="../../inspector/gui/diff/taking.py" line="63"/>
        <source>{name} was edited: {edit}. Save As in its tab writes it.</source>
        <translation>已编辑 {name}：{edit}。可在其标签页中用“另存为”写入。</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/task_line.py" line="40"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/task_line.py" line="42"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/task_line.py" line="44"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/task_line.py" line="136"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>TensorPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/tensor_page.py" line="109"/>
        <source>This tensor has no elements.</source>
        <translation>此张量没有元素。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/tensor_page.py" line="119"/>
        <source>Inspector made a mistake while reading these values.</source>
        <translation>读取这些值时 Inspector 自身出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/tensor_page.py" line="148"/>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>TreeItemModel</name>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="120"/>
        <source>Changed by an edit</source>
        <translation>已被编辑更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="122"/>
        <source>Holds what was changed by an edit</source>
        <translation>包含被编辑更改的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="133"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="134"/>
        <source>Shape / value</source>
        <translation>形状 / 值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="135"/>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="136"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="137"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="138"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <location filename="../../inspector/gui/document/tree_pane.py" line="222"/>
        <source>{rows} copied.</source>
        <translation>已复制 {rows}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/tree_pane.py" line="227"/>
        <source>Too many groups to select row by row. Select the groups: they sum the same.</source>
        <translation>跨越的组太多，无法逐行选择。请直接选择组，合计相同。</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <location filename="../../inspector/gui/document/row_view.py" line="51"/>
        <source>Contents of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/row_view.py" line="209"/>
        <source>Reset Columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <location filename="../../inspector/gui/dialogs/unsaved_box.py" line="22"/>
        <source>Unsaved Edits</source>
        <translation>未保存的编辑</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/unsaved_box.py" line="23"/>
        <source>{name} has edits that were not saved.</source>
        <translation>{name} 有未保存的编辑。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/unsaved_box.py" line="26"/>
        <source>Without saving they are lost. The file itself was not touched.</source>
        <translation>若不保存，这些编辑将丢失。文件本身没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/unsaved_box.py" line="30"/>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="40"/>
        <source>Values of the tensor</source>
        <translation>张量的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="42"/>
        <source>Save slice as .csv…</source>
        <translation>将切片存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="45"/>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="50"/>
        <source>Go to index</source>
        <translation>转到索引</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="52"/>
        <source>Rows from</source>
        <translation>起始行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="53"/>
        <source>Columns from</source>
        <translation>起始列</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="156"/>
        <source>There is no such index in this tensor.</source>
        <translation>此张量中没有这个索引。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="173"/>
        <source>At most {n} cells can be copied; export the rest.</source>
        <translation>最多可复制 {n} 个单元格；其余请导出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="187"/>
        <source>Copied {n}.</source>
        <translation>已复制 {n}。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="43"/>
        <source>A training checkpoint with its optimizer</source>
        <translation>带优化器的训练 checkpoint</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="45"/>
        <source>A DataParallel state_dict saved on a GPU</source>
        <translation>在 GPU 上保存的 DataParallel state_dict</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="47"/>
        <source>An ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="48"/>
        <source>Two to compare: before and after fine-tuning</source>
        <translation>一对可比较的文件：微调之前与之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="52"/>
        <source>execute what is in a file: no pickle is loaded</source>
        <translation>执行文件中的内容：不加载任何 pickle</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="53"/>
        <source>send anything anywhere: no network, no telemetry</source>
        <translation>向任何地方发送任何东西：没有网络访问，没有遥测</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="54"/>
        <source>write into a file that is open: saving makes another one</source>
        <translation>改写已打开的文件：保存会生成另一个文件</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="153"/>
        <source>See what is in a model file. Opening one never runs its code.</source>
        <translation>查看模型文件里有什么。打开文件绝不会运行其中的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="155"/>
        <source>Open a checkpoint…</source>
        <translation>打开 checkpoint…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="158"/>
        <source>or drop files here: .pt .pth .ckpt .bin .tar .safetensors .onnx</source>
        <translation>或将文件拖放到这里：.pt .pth .ckpt .bin .tar .safetensors .onnx</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="161"/>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="161"/>
        <source>Samples to try</source>
        <translation>可以试试的示例</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="161"/>
        <source>What it never does</source>
        <translation>它从不</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="39"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="71"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="110"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="122"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此处出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="123"/>
        <source>The file itself was not changed. Its other pages still work.</source>
        <translation>文件本身没有改动。其他页面仍可使用。</translation>
    </message>
</context>
<context>
    <name>_EditList</name>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="133"/>
        <source>Edits</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/edits_panel.py" line="157"/>
        <source>Remove “{edit}”</source>
        <translation>移除“{edit}”</translation>
    </message>
</context>
<context>
    <name>_StateButton</name>
    <message>
        <location filename="../../inspector/gui/diff/counts_bar.py" line="141"/>
        <source>Click to show or hide, double-click to show these alone.</source>
        <translation>单击显示或隐藏，双击只显示这些。</translation>
    </message>
</context>
</TS>
