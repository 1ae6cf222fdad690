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
        <source>Compare This &amp;Module With…</source>
        <translation>将此模块与其他文件比较(&amp;M)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="156"/>
        <source>Compare Tw&amp;o Selected Modules</source>
        <translation>比较所选的两个模块(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="158"/>
        <source>Why Does It Not &amp;Load?…</source>
        <translation>为什么无法加载(&amp;L)？…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="160"/>
        <source>&amp;Next Difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="162"/>
        <source>P&amp;revious Difference</source>
        <translation>上一处差异(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="165"/>
        <source>&amp;First Difference</source>
        <translation>第一处差异(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="167"/>
        <source>&amp;Last Difference</source>
        <translation>最后一处差异(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="169"/>
        <source>&amp;Hide What Is the Same</source>
        <translation>隐藏相同项(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="172"/>
        <source>&amp;Swap Sides</source>
        <translation>交换左右(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="182"/>
        <location filename="../../inspector/gui/actions.py" line="188"/>
        <source>As the &amp;Desktop</source>
        <translation>跟随系统(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="184"/>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="186"/>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="194"/>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="196"/>
        <source>&amp;Undo Layout Change</source>
        <translation>撤销布局更改(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="198"/>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="200"/>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="202"/>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="204"/>
        <source>&amp;Guide to Formats</source>
        <translation>格式指南(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="206"/>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="208"/>
        <source>Command &amp;Line</source>
        <translation>命令行(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="210"/>
        <source>&amp;About Inspector</source>
        <translation>关于 Inspector(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="214"/>
        <source>Copy &amp;As</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="217"/>
        <source>&amp;Export Comparison</source>
        <translation>导出比较结果(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="223"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="226"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="229"/>
        <source>&amp;More Edits</source>
        <translation>更多编辑(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="231"/>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="234"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="238"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="239"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="242"/>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="246"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="321"/>
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
    <name>Batch</name>
    <message>
        <location filename="../../inspector/gui/edits/batch.py" line="49"/>
        <source>No edit finds anything to change here; nothing was written.</source>
        <translation>没有编辑在此处找到可改动的内容；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="49"/>
        <source>Apply Edits to Other Files</source>
        <translation>将编辑应用到其他文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="66"/>
        <source>&amp;Add Files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="67"/>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="68"/>
        <source>or drop them here</source>
        <translation>或将文件拖放到这里</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="87"/>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="98"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="104"/>
        <source>As each file is</source>
        <translation>与各文件相同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="105"/>
        <source>&amp;Verify: read back every tensor</source>
        <translation>校验：回读每个张量(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="108"/>
        <source>&amp;Leave out what the format cannot hold</source>
        <translation>舍弃该格式无法保存的内容(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="111"/>
        <source>&amp;Pass over edits that find nothing to change in a file</source>
        <translation>跳过在文件中找不到可改之处的编辑(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="118"/>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="122"/>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="119"/>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="123"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="155"/>
        <source>Output Folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="167"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="167"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="177"/>
        <source>The output folder cannot be made: {why}.</source>
        <translation>无法创建输出文件夹：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="204"/>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="217"/>
        <source>Done: {name}, {size}</source>
        <translation>完成：{name}，{size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="229"/>
        <source>Inspector made a mistake.</source>
        <translation>Inspector 自身出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="233"/>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/batch_dialog.py" line="239"/>
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
        <location filename="../../inspector/gui/itemmodels/cells.py" line="68"/>
        <source>↻ contains itself</source>
        <translation>↻ 包含自身</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="96"/>
        <source>Shares its storage with another tensor.</source>
        <translation>与另一个张量共享存储。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="114"/>
        <source>{share} of the row above</source>
        <translation>占上一级的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="115"/>
        <source>{share} of all tensors</source>
        <translation>占全部张量的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="126"/>
        <source>(whole file)</source>
        <translation>（整个文件）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="143"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="150"/>
        <source>an integer of {n} bits</source>
        <translation>{n} 位整数</translation>
    </message>
</context>
<context>
    <name>ChangedBanner</name>
    <message>
        <location filename="../../inspector/gui/document/banner.py" line="51"/>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/banner.py" line="52"/>
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
        <location filename="../../inspector/gui/diff/ways_in.py" line="115"/>
        <source>Compare {name} With</source>
        <translation>将 {name} 与之比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="130"/>
        <source>Compare: Choose One or Two Files</source>
        <translation>比较：选择一个或两个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="180"/>
        <source>Two Files</source>
        <translation>两个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="182"/>
        <source>Compare {a} with {b}, or open both?</source>
        <translation>比较 {a} 与 {b}，还是都打开？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="187"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="188"/>
        <source>Open Both</source>
        <translation>都打开</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="215"/>
        <source>Compare With</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="223"/>
        <source>Another File…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/ways_in.py" line="274"/>
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
        <location filename="../../inspector/gui/detail/compute/memory.py" line="29"/>
        <source>{n} trainable</source>
        <translation>{n} 个可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="30"/>
        <source>{n} in embeddings</source>
        <translation>{n} 个在嵌入中</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="31"/>
        <source>{n} scales and the like apart</source>
        <translation>另有 {n} 个缩放系数等</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="32"/>
        <source>{n} elements of buffers apart</source>
        <translation>另有 {n} 个缓冲区元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="38"/>
        <source>quantized: {scheme}</source>
        <translation>量化：{scheme}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="43"/>
        <source>{n} with tied ones each time</source>
        <translation>重复计入共享张量时为 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="50"/>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="51"/>
        <source>{size} to load</source>
        <translation>加载需 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="53"/>
        <source>{size} for the outputs of all layers</source>
        <translation>所有层的输出需 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="58"/>
        <source>{size} with {optimizer}</source>
        <translation>使用 {optimizer} 时 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="63"/>
        <source>{sizes}, by the optimizer in the file; the outputs come on top</source>
        <translation>{sizes}，按文件中的优化器计算；各层输出另计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="65"/>
        <source>{sizes}, estimated; the outputs come on top</source>
        <translation>{sizes}，为估计值；各层输出另计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/memory.py" line="66"/>
        <source>To train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="73"/>
        <location filename="../../inspector/gui/detail/compute/page.py" line="141"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="74"/>
        <source>Shares of the modules</source>
        <translation>各模块所占比例</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="75"/>
        <location filename="../../inspector/gui/detail/compute/page.py" line="144"/>
        <source>MACs and parameters</source>
        <translation>MACs 与参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="138"/>
        <source>Compute</source>
        <translation>计算量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="139"/>
        <source>Cost of One Forward Pass</source>
        <translation>一次前向传播的计算量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="142"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="143"/>
        <source>Modules, as a chart</source>
        <translation>模块（图表）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="146"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="153"/>
        <source>Save layers as .csv…</source>
        <translation>将各层保存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="154"/>
        <source>Save layers as .md…</source>
        <translation>将各层保存为 .md…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="155"/>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="185"/>
        <source>There is nothing to run in this file.</source>
        <translation>此文件中没有可运行的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="209"/>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="300"/>
        <source>Choose one of the charts first.</source>
        <translation>请先选择一个图表。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="311"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="88"/>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="172"/>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="119"/>
        <source>{n} others</source>
        <translation>其余 {n} 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/plots.py" line="150"/>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="78"/>
        <location filename="../../inspector/gui/detail/compute/running.py" line="161"/>
        <source>Counting by Running</source>
        <translation>通过运行统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="83"/>
        <source>Run the Program…</source>
        <translation>运行程序…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="85"/>
        <source>Rebuild and Count</source>
        <translation>重建并统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="88"/>
        <source>The model&apos;s own code, if you have it: package.module:factory, path.py:Class or a config.json, and in braces what it is to be given. It is compared with the file by names and shapes.</source>
        <translation>模型自身的代码（如果您有的话）：package.module:factory、path.py:Class 或 config.json，花括号中为要传入的参数。将按名称和形状与文件比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="95"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="96"/>
        <source>Count with It…</source>
        <translation>用它统计…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="97"/>
        <source>Class or factory of the model</source>
        <translation>模型的类或工厂函数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="113"/>
        <source>Run the program in {name}?</source>
        <translation>运行 {name} 中的程序？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="127"/>
        <source>Run the code of {name}?</source>
        <translation>运行 {name} 的代码？</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="129"/>
        <source>It runs as any program of yours does, in a process of its own that can be stopped. Name only code that you trust.</source>
        <translation>它像您的任何程序一样运行，在一个可以停止的独立进程中。只填写您信任的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="145"/>
        <source>Choose the Model&apos;s Code</source>
        <translation>选择模型的代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="164"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="190"/>
        <source>This file is a TorchScript program: its exact cost at any shape shows only when it runs.</source>
        <translation>此文件是 TorchScript 程序：任意形状下的准确计算量只有运行时才能得知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="197"/>
        <source>This file holds pickled modules. Those of torch.nn can be rebuilt by torch&apos;s own constructors with the numbers in the file; nothing of the file runs.</source>
        <translation>此文件含有 pickle 保存的模块。torch.nn 的模块可由 torch 自己的构造函数按文件中的数值重建；文件中的任何内容都不会运行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/compute/running.py" line="205"/>
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
        <location filename="../../inspector/gui/core_sentences/values.py" line="11"/>
        <source>aligning</source>
        <translation>正在对齐</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="12"/>
        <source>looking for differences</source>
        <translation>正在查找差异</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="13"/>
        <source>The two tensors are not made of the same parts.</source>
        <translation>两个张量由不同的部分组成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="14"/>
        <source>{a} and {b} hold no numbers to compare.</source>
        <translation>{a} 和 {b} 没有可比较的数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="15"/>
        <source>The packed elements of these tensors do not lie alike.</source>
        <translation>这些张量的打包元素排列方式不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="16"/>
        <source>{n} elements on a small storage are not gone through.</source>
        <translation>不逐一处理小存储上的 {n} 个元素。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="17"/>
        <source>There is no entry &apos;{path}&apos; to compare.</source>
        <translation>没有可比较的条目“{path}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="18"/>
        <source>Choose another part of the file.</source>
        <translation>请选择文件的其他部分。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="20"/>
        <source>one side holds addends that are still to be summed over the ranks</source>
        <translation>一侧存放的是尚待在各 rank 间求和的加数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="21"/>
        <source>addends that are still to be summed over the ranks</source>
        <translation>尚待在各 rank 间求和的加数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="22"/>
        <source>the parts that the files hold have different shapes</source>
        <translation>两个文件所含部分的形状不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="23"/>
        <source>of each side the part in its file; they do not say which</source>
        <translation>两侧各自文件中所含的部分；文件没有说明是哪一部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="24"/>
        <source>the files hold different parts: {a} and {b}</source>
        <translation>两个文件所含的部分不同：{a} 和 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="25"/>
        <source>only all of what the files hold could be compared, and they hold different parts</source>
        <translation>只能比较文件所含的全部内容，而两个文件所含的部分不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="29"/>
        <source>only {part} of {shape}, which both files hold</source>
        <translation>仅 {shape} 中的 {part}，即两个文件都含有的部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="30"/>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="31"/>
        <source>placement {a} → {b}</source>
        <translation>placement {a} → {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="32"/>
        <source>compared: {what}</source>
        <translation>已比较：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="33"/>
        <source>one side keeps its values in a {name}</source>
        <translation>一侧的值存放在 {name} 中</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="34"/>
        <source>how a {name} keeps its values is not known, and no tensor was found in it</source>
        <translation>{name} 如何存放其值未知，其中也未找到张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="37"/>
        <source>There are {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="38"/>
        <source>comparing values</source>
        <translation>正在比较值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="39"/>
        <source>shape {a} → {b}</source>
        <translation>形状 {a} → {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="40"/>
        <source>tied to other tensors</source>
        <translation>与其他张量共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="41"/>
        <source>not compared: {why}</source>
        <translation>未比较：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="42"/>
        <source>{n} of {all} differ</source>
        <translation>{all} 个中有 {n} 个不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="43"/>
        <source>compared in {dtype}</source>
        <translation>以 {dtype} 比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="44"/>
        <source>within the tolerance</source>
        <translation>在容差之内</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="45"/>
        <source>equal values, compared in {dtype}</source>
        <translation>值相等，以 {dtype} 比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="46"/>
        <source>aligned by {what}</source>
        <translation>按{what}对齐</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="47"/>
        <source>the file holds no elements of it</source>
        <translation>文件中没有它的元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="48"/>
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="49"/>
        <source>order and shape</source>
        <translation>顺序与形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="50"/>
        <source>This is not an error of load_state_dict: it names no missing or unexpected key and no size mismatch.</source>
        <translation>这不是 load_state_dict 的错误：其中没有缺失的键、多余的键或形状不匹配。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="54"/>
        <source>Paste it from “Error(s) in loading state_dict” to its end.</source>
        <translation>请从 “Error(s) in loading state_dict” 粘贴到末尾。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="55"/>
        <source>The error speaks of &apos;{key}&apos;, which this file does not have.</source>
        <translation>错误中提到“{key}”，而此文件中没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="56"/>
        <source>Give the file that was being loaded.</source>
        <translation>请给出当时加载的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="58"/>
        <source>has {key}</source>
        <translation>含有 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="59"/>
        <source>has {keys} and {last}</source>
        <translation>含有 {keys} 和 {last}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="60"/>
        <source>has {key} in {place}</source>
        <translation>{place} 中含有 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="61"/>
        <source>refers to {name}</source>
        <translation>引用了 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="62"/>
        <source>has the tensor {key}</source>
        <translation>含有张量 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="63"/>
        <source>is called {name}</source>
        <translation>文件名为 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="64"/>
        <source>its metadata says {key}: {value}</source>
        <translation>其元数据写有 {key}: {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="65"/>
        <source>is of the format {name}</source>
        <translation>格式为 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="66"/>
        <source>its producer is {name}</source>
        <translation>由 {name} 生成</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="68"/>
        <source>looking through the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="69"/>
        <source>{n} elements are too many to hold at once.</source>
        <translation>{n} 个元素太多，无法一次装下。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="70"/>
        <source>A tensor without a storage has no values.</source>
        <translation>没有存储的张量没有值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="71"/>
        <source>reading values</source>
        <translation>正在读取值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="72"/>
        <source>writing values</source>
        <translation>正在写入值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="73"/>
        <source>{n} elements on a small storage are not written out.</source>
        <translation>不写出小存储上的 {n} 个元素。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="74"/>
        <source>{n} NaN</source>
        <translation>{n} 个 NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="75"/>
        <source>{n} Inf</source>
        <translation>{n} 个 Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="76"/>
        <source>all zero</source>
        <translation>全为零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="77"/>
        <source>constant {value}</source>
        <translation>恒为 {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="78"/>
        <source>{n} of {all} rows dead</source>
        <translation>{all} 行中有 {n} 行全零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="79"/>
        <source>{n} % denormal</source>
        <translation>{n} % 为次正规数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="80"/>
        <source>up to {value}</source>
        <translation>最大达 {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="81"/>
        <source>checking values</source>
        <translation>正在检查值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="82"/>
        <source>{tensors} checked: nothing unusual</source>
        <translation>已检查 {tensors}：未发现异常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="83"/>
        <source>{tensors} checked: {found}</source>
        <translation>已检查 {tensors}：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="84"/>
        <source>This tensor is no convolution&apos;s weight.</source>
        <translation>此张量不是卷积的权重。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="85"/>
        <source>A kernel of {height} x {width} is too large for the picture.</source>
        <translation>{height} x {width} 的卷积核太大，无法绘制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="86"/>
        <source>reading kernels</source>
        <translation>正在读取卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="87"/>
        <source>These dimensions do not make a plane of this tensor.</source>
        <translation>这些维度不能构成此张量的一个平面。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="88"/>
        <source>This tensor has no bytes of its own.</source>
        <translation>此张量没有自己的字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="89"/>
        <source>Its {n} elements overlap on {stored} stored ones; they are not all visited.</source>
        <translation>它的 {n} 个元素重叠在 {stored} 个存储的元素上；不会全部访问。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="92"/>
        <source>{dtype} holds no numbers to compute with.</source>
        <translation>{dtype} 没有可计算的数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="93"/>
        <source>A {layout} tensor has no values of its own; see its parts.</source>
        <translation>{layout} 张量没有自己的值；请看它的各个部分。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="94"/>
        <source>an unknown dtype</source>
        <translation>未知的 dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="95"/>
        <source>A tensor of {n} dimensions is not computed with.</source>
        <translation>不计算 {n} 维的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="96"/>
        <source>The pairs of this float4_e2m1fn_x2 tensor do not lie side by side.</source>
        <translation>此 float4_e2m1fn_x2 张量的数对不是并排存放的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="97"/>
        <source>{n} with NaN</source>
        <translation>{n} 个含 NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="98"/>
        <source>{n} with Inf</source>
        <translation>{n} 个含 Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="99"/>
        <source>{n} all zero</source>
        <translation>{n} 个全为零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="100"/>
        <source>{n} constant</source>
        <translation>{n} 个恒定</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="101"/>
        <source>{n} with dead rows</source>
        <translation>{n} 个含全零行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="102"/>
        <source>{n} mostly denormal</source>
        <translation>{n} 个多为次正规数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="103"/>
        <source>{n} with huge values</source>
        <translation>{n} 个含极大值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="104"/>
        <source>{n} unreadable</source>
        <translation>{n} 个无法读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/values.py" line="105"/>
        <source>{n} without numbers</source>
        <translation>{n} 个没有数值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="110"/>
        <source>{name} is {what}, not a checkpoint.</source>
        <translation>{name} 是{what}，不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="86"/>
        <source>{name} is a Git LFS pointer, not the file it points to.</source>
        <translation>{name} 是 Git LFS 指针，而不是它指向的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="105"/>
        <source>{name} begins with zeros, so it is not a checkpoint.</source>
        <translation>{name} 以零字节开头，因此不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="80"/>
        <source>an HTML page</source>
        <translation>HTML 网页</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="83"/>
        <source>{name} is not a checkpoint of any known format; it begins with the bytes {bytes}.</source>
        <translation>{name} 不是任何已知格式的 checkpoint；它以字节 {bytes} 开头。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="87"/>
        <source>{name} is a Git LFS pointer, not the file it points to. The file has {n} bytes and the id {id}….</source>
        <translation>{name} 是 Git LFS 指针，而不是它指向的文件。该文件有 {n} 字节，id 为 {id}…。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="100"/>
        <source>the program of a torch.export archive</source>
        <translation>torch.export 归档中的程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="101"/>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="106"/>
        <source>{name} contains nothing but zeros, so it is not a checkpoint.</source>
        <translation>{name} 全是零字节，因此不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="129"/>
        <source>The folder {name} cannot be listed: {why}.</source>
        <translation>无法列出文件夹 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="130"/>
        <source>Ask its owner for permission.</source>
        <translation>请向其所有者申请权限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="131"/>
        <source>{name} is an unpacked torch checkpoint; torch cannot load a folder.</source>
        <translation>{name} 是解包后的 torch checkpoint；torch 无法加载文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="134"/>
        <source>Pack it again: `zip -0 -r {name}.pt {name}`, and open that.</source>
        <translation>请重新打包：`zip -0 -r {name}.pt {name}`，然后打开它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="135"/>
        <source>{name} is a DeepSpeed folder of several files.</source>
        <translation>{name} 是由多个文件组成的 DeepSpeed 文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="136"/>
        <source>Open one of its *_model_states.pt or *_optim_states.pt files.</source>
        <translation>请打开其中的 *_model_states.pt 或 *_optim_states.pt 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="137"/>
        <source>{name} is a folder, not a checkpoint file.</source>
        <translation>{name} 是文件夹，不是 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="138"/>
        <source>Open a file in it, for example {name}.</source>
        <translation>请打开其中的文件，例如 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="140"/>
        <source>There is no room to unpack {name}: {why}.</source>
        <translation>没有空间解压 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="141"/>
        <source>Make room in the folder for temporary files.</source>
        <translation>请在临时文件夹中腾出空间。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="142"/>
        <source>{name} is compressed with zstandard.</source>
        <translation>{name} 以 zstandard 压缩。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="143"/>
        <source>Run `zstd -d {name}` and open the result.</source>
        <translation>请运行 `zstd -d {name}` 并打开结果。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="144"/>
        <source>{name} is a {kind} file, but what it holds is no checkpoint: {why}</source>
        <translation>{name} 是 {kind} 文件，但其中的内容不是 checkpoint：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="145"/>
        <source>{name} unfolds into more than {n} bytes.</source>
        <translation>{name} 解压后超过 {n} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="146"/>
        <source>Unpack it yourself if you trust it, and open the result.</source>
        <translation>如果您信任它，请自行解压，然后打开结果。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="147"/>
        <source>unpacking {kind}</source>
        <translation>正在解压 {kind}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="148"/>
        <source>{name} cannot be unpacked: its {kind} data breaks off or is damaged.</source>
        <translation>无法解压 {name}：其 {kind} 数据中断或已损坏。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="151"/>
        <source>The JSON in {name} has {n} bytes; the limit is {most}.</source>
        <translation>{name} 中的 JSON 有 {n} 字节；上限为 {most} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="152"/>
        <source>The file is damaged, or is not what its beginning says.</source>
        <translation>文件已损坏，或不是其开头所示的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="153"/>
        <source>The JSON in {name} cannot be read: {why}.</source>
        <translation>无法读取 {name} 中的 JSON：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="154"/>
        <source>it is no UTF-8 at byte {at}</source>
        <translation>在第 {at} 字节处不是 UTF-8</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="155"/>
        <source>{what}: line {line} column {column} (char {at})</source>
        <translation>{what}：第 {line} 行第 {column} 列（第 {at} 个字符）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="156"/>
        <source>The key &apos;{key}&apos; stands twice; readers choose different values.</source>
        <translation>键“{key}”出现两次；不同的读取程序会采用不同的值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="157"/>
        <source>{name} is not JSON</source>
        <translation>{name} 不是 JSON</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="158"/>
        <source>{name} lies inside another file.</source>
        <translation>{name} 位于另一个文件之中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="159"/>
        <source>Unpack it first.</source>
        <translation>请先解包。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="160"/>
        <source>{name} lies in {n} containers, one inside the other.</source>
        <translation>{name} 层层嵌在 {n} 个容器之中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="161"/>
        <source>Unpack the outer ones first.</source>
        <translation>请先解开外层的容器。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="162"/>
        <source>bytes in the pickle</source>
        <translation>pickle 中的字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="163"/>
        <source>A pickle holds another file in its bytes, which torch would load.</source>
        <translation>pickle 的字节中含有另一个文件，torch 会加载它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="164"/>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="165"/>
        <source>Download or copy it again.</source>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="166"/>
        <source>reading the header</source>
        <translation>正在读取文件头</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="167"/>
        <source>{name} is a {kind} archive of {members} ({names}) without a checkpoint.</source>
        <translation>{name} 是有 {members}的 {kind} 归档（{names}），其中没有 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="170"/>
        <source>Unpack it and open the checkpoint file inside, if there is one.</source>
        <translation>请解包，如果里面有 checkpoint 文件，请打开它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="171"/>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>缺少分隔符“,”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="172"/>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>缺少分隔符“:”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="173"/>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>缺少双引号括起的键名</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="174"/>
        <source>Expecting value</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="175"/>
        <source>Extra data</source>
        <translation>有多余的数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="176"/>
        <source>Invalid \escape</source>
        <translation>无效的 \ 转义</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="177"/>
        <source>Invalid \uXXXX escape</source>
        <translation>无效的 \uXXXX 转义</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="178"/>
        <source>Invalid control character at</source>
        <translation>无效的控制字符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="179"/>
        <source>Unterminated string starting at</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="81"/>
        <source>{name} is a text file that begins &quot;{text}&quot;, not a checkpoint.</source>
        <translation>{name} 是以“{text}”开头的文本文件，不是 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="94"/>
        <source>{name} is an error message of a web server, not a checkpoint: {text}</source>
        <translation>{name} 是网络服务器的错误信息，不是 checkpoint：{text}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="126"/>
        <source>{name} is an office document.</source>
        <translation>{name} 是办公文档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="127"/>
        <source>{name} is a program archive.</source>
        <translation>{name} 是程序归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="46"/>
        <source>{name} cannot be opened: {why}.</source>
        <translation>无法打开 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="42"/>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="44"/>
        <source>{name} may not be read by this user.</source>
        <translation>当前用户无权读取 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="38"/>
        <source>{name} is {what}.</source>
        <translation>{name} 是{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="30"/>
        <source>&apos;{text}&apos; is not a regular expression: {why}.</source>
        <translation>“{text}”不是正则表达式：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="36"/>
        <source>&apos;{a}&apos; and &apos;{b}&apos; would both be called &apos;{c}&apos;.</source>
        <translation>“{a}”和“{b}”都会变成“{c}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="11"/>
        <source>Record &apos;{name}&apos; has no header at byte {at}.</source>
        <translation>记录“{name}”在第 {at} 字节处没有头部。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="12"/>
        <source>Record &apos;{name}&apos; ends at byte {at}, after the end of the file.</source>
        <translation>记录“{name}”到第 {at} 字节才结束，超出了文件末尾。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="13"/>
        <source>is called &apos;{name}&apos; in its own header</source>
        <translation>在其自身的头部中名为“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="14"/>
        <source>has other flags in its own header</source>
        <translation>在其自身的头部中有不同的标志</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="15"/>
        <source>has another size in its own header</source>
        <translation>在其自身的头部中有不同的大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="16"/>
        <source>Record &apos;{name}&apos; is compressed by method {method}.</source>
        <translation>记录“{name}”以方法 {method} 压缩。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="18"/>
        <source>Record &apos;{name}&apos; cannot be inflated: its bytes are no deflated data.</source>
        <translation>记录“{name}”无法解压：其字节不是 deflate 数据。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="21"/>
        <source>Record &apos;{name}&apos; holds {n} bytes, though its header says {size}.</source>
        <translation>记录“{name}”实际有 {n} 字节，而其头部说有 {size} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="22"/>
        <source>The archive has several end records; readers choose different ones.</source>
        <translation>归档有多个结束记录；不同的读取程序会采用不同的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="25"/>
        <source>{name} is a zip archive without its directory: the end of the file is missing.</source>
        <translation>{name} 是缺少目录的 zip 归档：文件末尾缺失。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="28"/>
        <source>There are bytes after the end of the archive.</source>
        <translation>归档末尾之后还有字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="29"/>
        <source>{name} has no zip64 end record where it says.</source>
        <translation>{name} 中所指的位置没有 zip64 结束记录。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="30"/>
        <source>The directory of {name} claims {n} bytes, more than there are.</source>
        <translation>{name} 的目录声称有 {n} 字节，超过实际所有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="31"/>
        <source>The archive begins {n} bytes later than it says. torch does not open such a file; Python&apos;s zipfile does.</source>
        <translation>归档的起点比它所说的晚 {n} 字节。torch 打不开这样的文件；Python 的 zipfile 可以。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="35"/>
        <source>The archive does not say where its directory is.</source>
        <translation>归档没有说明其目录在哪里。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="36"/>
        <source>The archive has two places for its directory; readers choose different ones.</source>
        <translation>归档的目录有两个可能的位置；不同的读取程序会采用不同的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="39"/>
        <source>{name} lists {n} records.</source>
        <translation>{name} 列出了 {n} 条记录。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="41"/>
        <source>directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="42"/>
        <source>The directory announces {records} and lists {n}; readers may see different files.</source>
        <translation>目录声明有 {records}，却列出 {n} 条；不同的读取程序可能看到不同的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="45"/>
        <source>{records} ({names}) stand more than once. torch reads the first, Python&apos;s zipfile the last; what is shown here is the first.</source>
        <translation>{records}（{names}）出现不止一次。torch 读取第一个，Python 的 zipfile 读取最后一个；此处显示的是第一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="49"/>
        <source>Records of the archive overlap: a few bytes would unpack into many.</source>
        <translation>归档的记录互相重叠：几个字节会展开成很多。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="52"/>
        <source>Do not unpack this file.</source>
        <translation>不要解包此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="53"/>
        <source>is marked as encrypted or patched; readers differ on it</source>
        <translation>被标记为加密或补丁，不同的读取程序对它的处理不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="54"/>
        <source>claims to unfold into more than deflate can do</source>
        <translation>声称解压后的大小超出 deflate 所能达到的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="55"/>
        <source>Record &apos;{name}&apos; {what}.</source>
        <translation>记录“{name}”{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="56"/>
        <source>Do not trust this file: it shows different things to different readers.</source>
        <translation>不要信任此文件：它向不同的读取程序展示不同的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="59"/>
        <source>{name} is an empty zip archive.</source>
        <translation>{name} 是空的 zip 归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="60"/>
        <source>The program that wrote it was interrupted; use an earlier checkpoint.</source>
        <translation>写它的程序被中断了；请使用更早的 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="64"/>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="65"/>
        <source>a hard link</source>
        <translation>硬链接</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="66"/>
        <source>a link</source>
        <translation>链接</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="67"/>
        <source>a pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="68"/>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="69"/>
        <source>{name} is a tar archive without files.</source>
        <translation>{name} 是没有文件的 tar 归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="70"/>
        <source>Check how it was made, or download it again.</source>
        <translation>请检查它是如何制作的，或重新下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="71"/>
        <source>Bytes follow the end of the archive that nothing explains.</source>
        <translation>归档末尾之后有来历不明的字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="72"/>
        <source>The archive has an unreadable header.</source>
        <translation>归档中有无法读取的头部。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="73"/>
        <source>Member &apos;{name}&apos; is cut off: {n} bytes are claimed.</source>
        <translation>成员“{name}”被截断：它声称有 {n} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="74"/>
        <source>{name} has more than {n} members.</source>
        <translation>{name} 的成员超过 {n} 个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="75"/>
        <source>The archive breaks off before its end mark.</source>
        <translation>归档在其结束标记之前中断。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="76"/>
        <source>Member &apos;{name}&apos; is {what}; it is not followed.</source>
        <translation>成员“{name}”是{what}；不予跟随。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="77"/>
        <source>Member &apos;{name}&apos; has a path that leads out of the archive.</source>
        <translation>成员“{name}”的路径通向归档之外。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="79"/>
        <source>{name} has no readable numpy header.</source>
        <translation>{name} 没有可读的 numpy 头部。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="80"/>
        <source>object array</source>
        <translation>对象数组</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="81"/>
        <source>This numpy dtype has no counterpart in torch.</source>
        <translation>此 numpy dtype 在 torch 中没有对应。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="82"/>
        <source>An object array holds Python values, not numbers.</source>
        <translation>object 数组存放的是 Python 值，而不是数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="83"/>
        <source>{bytes} follow the pickle; the first pickle is what is shown.</source>
        <translation>pickle 之后还有 {bytes}；此处显示的是第一个 pickle。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="84"/>
        <source>{name} is an empty pickle.</source>
        <translation>{name} 是空的 pickle。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="85"/>
        <source>a further pickle</source>
        <translation>后续的 pickle</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="87"/>
        <source>{name} has a list of {n} entries that does not fit in it.</source>
        <translation>{name} 中有一个包含 {n} 项的列表，文件容纳不下。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="88"/>
        <source>{name} lists {n} values.</source>
        <translation>{name} 列出了 {n} 个值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="89"/>
        <source>{name} is not a whole mobile module.</source>
        <translation>{name} 不是完整的移动端模块。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="90"/>
        <source>The package holds native code ({name}), which loading would run.</source>
        <translation>包中含有原生代码（{name}），加载时会运行它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="91"/>
        <source>Load it only if you trust where it comes from.</source>
        <translation>仅在信任其来源时才加载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="92"/>
        <source>Record &apos;{key}&apos; is not in the archive.</source>
        <translation>记录“{key}”不在归档中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="93"/>
        <source>A fake tensor was exported: it has no values.</source>
        <translation>导出的是伪张量：它没有值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="94"/>
        <source>magic number</source>
        <translation>魔数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="95"/>
        <source>protocol version</source>
        <translation>协议版本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="96"/>
        <source>storage keys</source>
        <translation>存储键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="97"/>
        <source>system</source>
        <translation>系统信息</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="98"/>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="99"/>
        <source>has a view outside itself</source>
        <translation>有一个超出自身范围的视图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="100"/>
        <source>Storage &apos;{key}&apos; {what}.</source>
        <translation>存储“{key}”{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="101"/>
        <source>{name} ends before its object.</source>
        <translation>{name} 在其对象之前就结束了。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="102"/>
        <source>The file is incomplete. Download it again.</source>
        <translation>文件不完整。请重新下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="103"/>
        <source>cannot be found: the list of storages is unreadable</source>
        <translation>无法找到：存储列表不可读</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="104"/>
        <source>The magic number is not the number that torch writes.</source>
        <translation>魔数不是 torch 所写的数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="105"/>
        <source>something else</source>
        <translation>别的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="106"/>
        <source>The protocol version is {found}; torch reads only {protocol}.</source>
        <translation>协议版本为 {found}；torch 只读取 {protocol}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="107"/>
        <source>The file is damaged, or not written by torch.save.</source>
        <translation>文件已损坏，或不是由 torch.save 写的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="108"/>
        <source>The list of storage keys is no list.</source>
        <translation>存储键的列表不是列表。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="109"/>
        <source>storages</source>
        <translation>存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="110"/>
        <source>A storage is listed that no tensor refers to; the rest cannot be found.</source>
        <translation>列出了一个没有张量引用的存储；其余的无法找到。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="113"/>
        <source>has {n} elements where its tensor says {claimed}</source>
        <translation>有 {n} 个元素，而其张量说有 {claimed} 个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="114"/>
        <source>is not whole: the file ends after {n} bytes</source>
        <translation>不完整：文件在 {n} 字节后结束</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="115"/>
        <source>Storage &apos;{key}&apos; {why}; {storages} of {all} cannot be read.</source>
        <translation>存储“{key}”{why}；共 {all} 个存储，其中 {storages}无法读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="116"/>
        <source>Download the file again. What is intact can still be looked at and saved.</source>
        <translation>请重新下载文件。完好的部分仍可查看和保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="119"/>
        <source>is not in the list of storages</source>
        <translation>不在存储列表中</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="120"/>
        <source>A second torch.save follows in the same file; torch.load reads only the first.</source>
        <translation>同一文件中后面还有第二次 torch.save；torch.load 只读取第一次。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="123"/>
        <source>{bytes} follow the checkpoint that nothing explains.</source>
        <translation>checkpoint 之后有来历不明的 {bytes}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="124"/>
        <source>A meta tensor has a shape and a dtype, and no values.</source>
        <translation>meta 张量有形状和 dtype，没有值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="125"/>
        <source>The package carries {files}, which torch.package would run. They are shown as text.</source>
        <translation>包中带有 {files}，torch.package 会运行它们。此处以文本显示。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="129"/>
        <source>Member &apos;{name}&apos; breaks off at byte {at}.</source>
        <translation>成员“{name}”在第 {at} 字节处中断。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="130"/>
        <source>Member &apos;{name}&apos; announces more entries than it can hold.</source>
        <translation>成员“{name}”声明的项多于它所能容纳的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="131"/>
        <source>A storage is not described.</source>
        <translation>有一个存储没有描述。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="132"/>
        <source>Storage {key} has no known type or size.</source>
        <translation>存储 {key} 没有已知的类型或大小。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="133"/>
        <source>Storage {key} is cut off.</source>
        <translation>存储 {key} 被截断。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="134"/>
        <source>A tensor is not described.</source>
        <translation>有一个张量没有描述。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="135"/>
        <source>Tensor {key} claims {n} dimensions.</source>
        <translation>张量 {key} 声称有 {n} 维。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="136"/>
        <source>A persistent id names no storage; torch cannot load such a file.</source>
        <translation>有一个 persistent id 不指向任何存储；torch 无法加载这样的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="137"/>
        <source>claims {n} bytes</source>
        <translation>声称有 {n} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="138"/>
        <source>is not in the archive</source>
        <translation>不在归档中</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="139"/>
        <source>is encrypted or packed in an unknown way</source>
        <translation>已加密，或以未知方式压缩</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="140"/>
        <source>lies after the end of the file</source>
        <translation>位于文件末尾之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="141"/>
        <source>has {found} bytes instead of {claimed}; torch refuses such a file</source>
        <translation>有 {found} 字节，而不是 {claimed} 字节；torch 拒绝这样的文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="142"/>
        <source>The file is damaged. Download it again; the other tensors are intact.</source>
        <translation>文件已损坏。请重新下载；其他张量是完好的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="145"/>
        <source>The byte order &apos;{name}&apos; does not exist; read as little.</source>
        <translation>字节序“{name}”不存在；按小端读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="146"/>
        <source>{n} bytes follow the pickle in &apos;{name}&apos;.</source>
        <translation>“{name}”中的 pickle 之后还有 {n} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="147"/>
        <source>Record &apos;{name}&apos; does not match its checksum.</source>
        <translation>记录“{name}”与其校验和不符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="148"/>
        <source>The file was changed or damaged after it was written.</source>
        <translation>文件写成之后被改动过或已损坏。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="149"/>
        <source>{n} bytes belong to no tensor.</source>
        <translation>有 {n} 字节不属于任何张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="150"/>
        <source>{records} are not part of the checkpoint.</source>
        <translation>{records}不属于此 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="151"/>
        <source>Record &apos;{name}&apos; has a path that leads out of the archive.</source>
        <translation>记录“{name}”的路径通向归档之外。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="152"/>
        <source>A further pickle that torch.load does not read.</source>
        <translation>一个 torch.load 不会读取的后续 pickle。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="153"/>
        <source>There is no record &apos;version&apos;; torch refuses such an archive.</source>
        <translation>没有记录“version”；torch 拒绝这样的归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="154"/>
        <source>Save it again from here.</source>
        <translation>请在此处重新保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="155"/>
        <source>The records are not in a folder; torch refuses such an archive.</source>
        <translation>记录不在文件夹中；torch 拒绝这样的归档。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="156"/>
        <source>Records outside the folder &apos;{name}&apos;: {n}; torch before 1.10 ignores them and later versions refuse the file.</source>
        <translation>文件夹“{name}”之外的记录：{n} 条；1.10 之前的 torch 会忽略它们，之后的版本会拒绝该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="160"/>
        <source>The archive carries TorchScript code, which torch.jit.load would run. It is shown as text.</source>
        <translation>归档带有 TorchScript 代码，torch.jit.load 会运行它。此处以文本显示。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="164"/>
        <source>model.json holds no model.</source>
        <translation>model.json 中没有模型。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="165"/>
        <source>Download the file again.</source>
        <translation>请重新下载文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="166"/>
        <source>torch 1.13 and later cannot load this TorchScript; it was written by torch 1.0 to 1.2.</source>
        <translation>torch 1.13 及以后的版本无法加载此 TorchScript；它由 torch 1.0 至 1.2 写成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="170"/>
        <source>Save its state_dict from here, or load it with torch 1.2 to 1.6.</source>
        <translation>请在此处保存它的 state_dict，或用 torch 1.2 至 1.6 加载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="172"/>
        <source>The .metadata of {name} does not describe a checkpoint.</source>
        <translation>{name} 的 .metadata 没有描述 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="173"/>
        <source>Open the folder that torch.distributed.checkpoint wrote.</source>
        <translation>请打开 torch.distributed.checkpoint 写出的文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="174"/>
        <source>{entries} cannot be read; the first is &apos;{name}&apos;.</source>
        <translation>{entries}无法读取；第一项是“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="175"/>
        <source>Copy the missing .distcp files into the folder.</source>
        <translation>请把缺少的 .distcp 文件复制到该文件夹中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="176"/>
        <source>Only {n} of {all} elements of &apos;{name}&apos; are in the folder.</source>
        <translation>“{name}”的 {all} 个元素中只有 {n} 个在文件夹中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="177"/>
        <source>The checkpoint names a file outside its folder: &apos;{name}&apos;.</source>
        <translation>checkpoint 指向其文件夹之外的文件：“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="178"/>
        <source>The header of {name} should have {n} bytes, but the file has {size}.</source>
        <translation>{name} 的文件头应有 {n} 字节，但文件只有 {size} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="181"/>
        <source>The header of {name} is no JSON object.</source>
        <translation>{name} 的文件头不是 JSON 对象。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="182"/>
        <source>is not described as the format asks</source>
        <translation>没有按格式的要求描述</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="183"/>
        <source>Tensor &apos;{name}&apos; {what}.</source>
        <translation>张量“{name}”{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="184"/>
        <source>has the dtype &apos;{dtype}&apos;, which this version does not know</source>
        <translation>的 dtype 为“{dtype}”，此版本不认识</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="185"/>
        <source>has an impossible shape</source>
        <translation>的形状不可能存在</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="186"/>
        <source>lies at bytes {start} to {end}, which is no range</source>
        <translation>位于第 {start} 至 {end} 字节，这不是有效范围</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="187"/>
        <source>needs {n} bytes by its shape and has {found}</source>
        <translation>按其形状需要 {n} 字节，实际有 {found} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="188"/>
        <source>is cut off: {n} bytes are missing at the end of the file</source>
        <translation>被截断：文件末尾缺少 {n} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="189"/>
        <source>Tensors share {bytes}; the safetensors library refuses.</source>
        <translation>张量之间共用了 {bytes}；safetensors 库会拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="190"/>
        <source>{bytes} between the tensors belong to none; the safetensors library refuses such a file.</source>
        <translation>张量之间有 {bytes}不属于任何张量；safetensors 库拒绝这样的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="194"/>
        <source>{bytes} follow the last tensor; the safetensors library refuses.</source>
        <translation>最后一个张量之后还有 {bytes}；safetensors 库会拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="195"/>
        <source>A zip archive is appended to the tensors; other programs may open that instead.</source>
        <translation>张量之后附有一个 zip 归档；其他程序打开的可能是它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="198"/>
        <source>Do not trust what other programs read from this file.</source>
        <translation>不要信任其他程序从此文件读出的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="199"/>
        <source>The metadata is no mapping; the safetensors library refuses.</source>
        <translation>元数据不是映射；safetensors 库会拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="200"/>
        <source>A metadata value is no text; the safetensors library refuses.</source>
        <translation>有一个元数据值不是文本；safetensors 库会拒绝。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="201"/>
        <source>Storage &apos;{key}&apos; lies in the missing part of the file.</source>
        <translation>存储“{key}”位于文件缺失的部分。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="202"/>
        <source>Download the file again; the tensors before it are intact.</source>
        <translation>请重新下载文件；在它之前的张量是完好的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="203"/>
        <source>Intact storages: {n} of {all}.</source>
        <translation>完好的存储：{all} 个中的 {n} 个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="204"/>
        <source>{name} has no map from keys to files.</source>
        <translation>{name} 中没有从键到文件的映射。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="205"/>
        <source>Only the first {n} shards are read.</source>
        <translation>只读取前 {n} 个分片。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="206"/>
        <source>{name} lacks {keys} of the index: {key} …</source>
        <translation>{name} 缺少索引中的 {keys}：{key} …</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="207"/>
        <source>The shard belongs to another version.</source>
        <translation>该分片属于另一个版本。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="208"/>
        <source>The index names a file outside its folder: &apos;{name}&apos;. It is not opened.</source>
        <translation>索引指向其文件夹之外的文件：“{name}”。没有打开它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="211"/>
        <source>Shard {name}: {why}</source>
        <translation>分片 {name}：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="212"/>
        <source>Download the missing shard into the folder of the index.</source>
        <translation>请把缺少的分片下载到索引所在的文件夹中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="213"/>
        <source>{name} holds {keys} not in the index.</source>
        <translation>{name} 中有 {keys}不在索引中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="54"/>
        <source>a GGUF model (llama.cpp)</source>
        <translation>GGUF 模型（llama.cpp）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="51"/>
        <source>an old GGML model</source>
        <translation>旧版 GGML 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="56"/>
        <source>a GGML adapter</source>
        <translation>GGML 适配器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="52"/>
        <source>an HDF5 file (Keras weights, MATLAB, NetCDF)</source>
        <translation>HDF5 文件（Keras 权重、MATLAB、NetCDF）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="11"/>
        <source>byte {at}</source>
        <translation>第 {at} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="13"/>
        <source>The file is damaged or incomplete. Download it again.</source>
        <translation>文件已损坏或不完整。请重新下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="14"/>
        <source>The file is damaged, or was made to confuse its reader.</source>
        <translation>文件已损坏，或是为迷惑读取程序而制作的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="17"/>
        <source>Do not trust this file: it may show one thing and load another.</source>
        <translation>不要信任此文件：它显示的可能是一回事，加载的是另一回事。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="18"/>
        <source>Do not load this checkpoint.</source>
        <translation>不要加载此 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="19"/>
        <source>Do not unpack this file; opening it here is safe.</source>
        <translation>不要解包此文件；在此处打开是安全的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="20"/>
        <source>No program writes such a pickle; do not load this file.</source>
        <translation>没有程序会写出这样的 pickle；不要加载此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="21"/>
        <source>No ONNX library could load this file.</source>
        <translation>没有 ONNX 库能加载此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="23"/>
        <source>`inspector show` lists the entries.</source>
        <translation>`inspector show` 会列出条目。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="24"/>
        <source>`inspector show` lists the state_dicts.</source>
        <translation>`inspector show` 会列出 state_dict。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="26"/>
        <source>{one}</source>
        <translation>{one}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="27"/>
        <source>{one}; {more}</source>
        <translation>{one}；{more}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="28"/>
        <source>{one}, {more}</source>
        <translation>{one}，{more}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="29"/>
        <source>{one} {more}</source>
        <translation>{one}{more}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="30"/>
        <source>{one} + {more}</source>
        <translation>{one} + {more}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="33"/>
        <source>{name} has {size} bytes, but bytes {start} to {end} are needed.</source>
        <translation>{name} 有 {size} 字节，但需要第 {start} 至 {end} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="34"/>
        <source>{name} became shorter while it was open.</source>
        <translation>{name} 在打开期间变短了。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="39"/>
        <source>{name} cannot be read at byte {at}: {why}.</source>
        <translation>无法在第 {at} 字节处读取 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="41"/>
        <source>{name} should be at bytes {start} to {end}, but {file} has {size}.</source>
        <translation>{name} 应位于第 {start} 至 {end} 字节，但 {file} 只有 {size} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="58"/>
        <source>a TensorFlow Lite model</source>
        <translation>TensorFlow Lite 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="60"/>
        <source>an ONNX Runtime model</source>
        <translation>ONNX Runtime 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="62"/>
        <source>an ExecuTorch program</source>
        <translation>ExecuTorch 程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="64"/>
        <source>a 7z archive</source>
        <translation>7z 归档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="65"/>
        <source>a RAR archive</source>
        <translation>RAR 归档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="67"/>
        <source>a PNG image</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="68"/>
        <source>a JPEG image</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="69"/>
        <source>a GIF image</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="70"/>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="71"/>
        <source>a program or library</source>
        <translation>程序或动态库</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="72"/>
        <source>a Windows program</source>
        <translation>Windows 程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="73"/>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="74"/>
        <source>a Keras file</source>
        <translation>Keras 文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="125"/>
        <source>a Keras v3 model</source>
        <translation>Keras v3 模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="36"/>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="37"/>
        <source>not a regular file</source>
        <translation>特殊文件而非普通文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="122"/>
        <source>Check that the download is complete and that this is the right file.</source>
        <translation>请确认下载完整，并且这就是要打开的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="111"/>
        <source>It may be part of a TensorFlow checkpoint; open it with TensorFlow.</source>
        <translation>这可能是 TensorFlow checkpoint 的一部分；请用 TensorFlow 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="114"/>
        <source>It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again.</source>
        <translation>这可能是 TensorFlow 或 MindSpore 的 checkpoint；请用它们打开，或重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="118"/>
        <source>It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell.</source>
        <translation>这可能是裸数值（ncnn、llama2.c）；只有写出它的程序才知道其含义。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="121"/>
        <source>It is probably a Caffe model; open it with Netron.</source>
        <translation>这可能是 Caffe 模型；请用 Netron 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="55"/>
        <source>Open it with llama.cpp&apos;s tools.</source>
        <translation>请用 llama.cpp 的工具打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="48"/>
        <source>Convert it to GGUF with llama.cpp&apos;s tools.</source>
        <translation>请用 llama.cpp 的工具将其转换为 GGUF。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="57"/>
        <source>Open it with h5py.</source>
        <translation>请用 h5py 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="59"/>
        <source>Open it with Netron or TensorFlow.</source>
        <translation>请用 Netron 或 TensorFlow 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="61"/>
        <source>Open the .onnx file it was made from.</source>
        <translation>请打开生成它的 .onnx 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="63"/>
        <source>Open the checkpoint it was exported from.</source>
        <translation>请打开导出它的 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="53"/>
        <source>Unpack it with 7z and open the file inside.</source>
        <translation>请用 7z 解压后打开其中的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="66"/>
        <source>Unpack it and open the file inside.</source>
        <translation>请解压后打开其中的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="49"/>
        <source>Choose the checkpoint file.</source>
        <translation>请选择 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="50"/>
        <source>Do not run it; ask for the checkpoint.</source>
        <translation>不要运行它；请索取 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="75"/>
        <source>Open it with Keras.</source>
        <translation>请用 Keras 打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="91"/>
        <source>Run `git lfs pull` in its repository, or download the file from its web page.</source>
        <translation>请在其仓库中运行 `git lfs pull`，或从网页下载该文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="102"/>
        <source>Open the model file beside it, or the *.index.json of a sharded model.</source>
        <translation>请打开它旁边的模型文件，或分片模型的 *.index.json。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="107"/>
        <source>The disk or the download failed while it was written; fetch the file again.</source>
        <translation>写入时磁盘或下载出错；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="77"/>
        <source>The download or copy failed, or the disk was full; fetch the file again.</source>
        <translation>下载或复制失败，或磁盘已满；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="82"/>
        <source>Open it in a text editor.</source>
        <translation>请用文本编辑器打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="97"/>
        <source>Download it again; it may need a login or a licence to be accepted.</source>
        <translation>请重新下载；可能需要登录或接受许可协议。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="76"/>
        <source>Download the file itself: the link led to a page about it.</source>
        <translation>请下载文件本身：该链接指向的是介绍它的网页。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="43"/>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="45"/>
        <source>Ask its owner for read permission.</source>
        <translation>请向文件所有者申请读取权限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="15"/>
        <source>The file is incomplete. Download or copy it again.</source>
        <translation>文件不完整。请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="35"/>
        <source>Wait until whatever writes it has finished, then open it again.</source>
        <translation>请等写入它的程序结束后再打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="22"/>
        <source>Choose a checkpoint file.</source>
        <translation>请选择一个 checkpoint 文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="40"/>
        <source>Check the disk or the network share the file is on.</source>
        <translation>请检查文件所在的磁盘或网络共享。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="33"/>
        <source>`inspector show --flat` lists the keys; those of pickled modules are fixed.</source>
        <translation>`inspector show --flat` 会列出键；序列化模块的键不可更改。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="27"/>
        <source>Name one, such as &apos;module.&apos;.</source>
        <translation>请指定一个，例如 &apos;module.&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="8"/>
        <source>Cast to {dtype}</source>
        <translation>转换为 {dtype}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="9"/>
        <source>Tensors cannot be cast to &apos;{dtype}&apos;.</source>
        <translation>张量不能转换为“{dtype}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="10"/>
        <source>One of {names}.</source>
        <translation>可选：{names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="11"/>
        <source>No floating tensor is other than {dtype}.</source>
        <translation>没有浮点张量不是 {dtype}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="12"/>
        <source>Nothing needs casting.</source>
        <translation>无需转换。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="13"/>
        <source>0.4 to 1.4</source>
        <translation>0.4 至 1.4</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="14"/>
        <source>1.5 and later</source>
        <translation>1.5 及以后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="15"/>
        <source>Write calls that torch {release} has</source>
        <translation>改写为 torch {release} 已有的调用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="16"/>
        <source>Nothing is known about torch {release}.</source>
        <translation>对 torch {release} 一无所知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="17"/>
        <source>&apos;{name}&apos; is {what}, which torch of then does not have.</source>
        <translation>“{name}”是{what}，而当时的 torch 还没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="18"/>
        <source>Drop or cast it first, or save for the torch of today.</source>
        <translation>请先删除或转换它，或为当今的 torch 保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="19"/>
        <source>as torch 2 writes it</source>
        <translation>torch 2 的写法</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="20"/>
        <source>as torch 1.0 reads it</source>
        <translation>torch 1.0 能读的写法</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="21"/>
        <source>a conjugate or negative view</source>
        <translation>共轭或取负视图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="22"/>
        <source>a {layout} tensor</source>
        <translation>{layout} 张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="23"/>
        <source>a meta tensor</source>
        <translation>meta 张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="24"/>
        <source>of {name}</source>
        <translation>dtype 为 {name} 的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="25"/>
        <source>Strip “{prefix}”</source>
        <translation>去除“{prefix}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="26"/>
        <source>There is no prefix to strip.</source>
        <translation>没有要去除的前缀。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="28"/>
        <source>Add “{prefix}”</source>
        <translation>添加“{prefix}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="29"/>
        <source>Rename “{old}” to “{new}”</source>
        <translation>将“{old}”重命名为“{new}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="32"/>
        <source>{title}: no key would change.</source>
        <translation>{title}：没有键会改变。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="38"/>
        <source>Drop “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="39"/>
        <source>Nothing is called &apos;{name}&apos;.</source>
        <translation>没有名为“{name}”的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="40"/>
        <source>A glob matches a key or a dotted path: &apos;optimizer&apos;, &apos;*.num_batches_tracked&apos;.</source>
        <translation>通配符匹配键或带点的路径：&apos;optimizer&apos;、&apos;*.num_batches_tracked&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="43"/>
        <source>Drop {entries}</source>
        <translation>删除 {entries}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="44"/>
        <source>There is no entry &apos;{name}&apos; that can be dropped.</source>
        <translation>没有可删除的条目“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="45"/>
        <source>Entries of pickled modules and of tuples stay.</source>
        <translation>序列化模块和元组中的条目会保留。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="46"/>
        <source>Only “{name}”</source>
        <translation>仅保留“{name}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="47"/>
        <source>(the file)</source>
        <translation>（文件）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="48"/>
        <source>only {name}</source>
        <translation>仅 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="49"/>
        <source>Map {source} to {target}</source>
        <translation>将 {source} 映射到 {target}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="50"/>
        <source>There is no device to map to.</source>
        <translation>没有要映射到的设备。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="51"/>
        <source>For example &apos;cpu&apos;.</source>
        <translation>例如“cpu”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="52"/>
        <source>Nothing was saved on &apos;{device}&apos;.</source>
        <translation>没有内容保存在“{device}”上。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="53"/>
        <source>`inspector show` says which devices there are.</source>
        <translation>`inspector show` 会列出有哪些设备。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="54"/>
        <source>This is not a recipe.</source>
        <translation>这不是配方。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="55"/>
        <source>A recipe is JSON: {&quot;edits&quot;: [{&quot;edit&quot;: &quot;…&quot;}]}.</source>
        <translation>配方是 JSON：{&quot;edits&quot;: [{&quot;edit&quot;: &quot;…&quot;}]}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="56"/>
        <source>The edits of a recipe are a list.</source>
        <translation>配方的 edits 应是列表。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="57"/>
        <source>There is no edit &apos;{name}&apos;.</source>
        <translation>没有编辑“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="58"/>
        <source>The edit &apos;{name}&apos; needs {fields}.</source>
        <translation>编辑“{name}”需要 {fields}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="59"/>
        <source>The names of &apos;rename-keys&apos; are pairs of an old and a new key.</source>
        <translation>“rename-keys”的 names 是新旧键的对。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="60"/>
        <source>For example [[&quot;fc.weight&quot;, &quot;head.weight&quot;]].</source>
        <translation>例如 [[&quot;fc.weight&quot;, &quot;head.weight&quot;]]。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="61"/>
        <source>Rename {keys}</source>
        <translation>重命名 {keys}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="62"/>
        <source>a storage of its own</source>
        <translation>自己的存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="63"/>
        <source>a view</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="64"/>
        <source>Compact storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="65"/>
        <source>No storage holds more than its tensors show.</source>
        <translation>没有存储多于其张量所用的部分。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="66"/>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="67"/>
        <source>Untie “{name}”</source>
        <translation>解除“{name}”的共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="68"/>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="69"/>
        <source>No tensor called &apos;{name}&apos; shares its storage.</source>
        <translation>没有名为“{name}”的张量共享存储。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="70"/>
        <source>`inspector show` marks tied tensors.</source>
        <translation>`inspector show` 会标出共享的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="71"/>
        <source>Tie {b} to {a}</source>
        <translation>使 {b} 与 {a} 共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="72"/>
        <source>&apos;{a}&apos; and &apos;{b}&apos; are not equal.</source>
        <translation>“{a}”与“{b}”不相等。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="73"/>
        <source>Tying them would change a value.</source>
        <translation>使它们共享会改变值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="74"/>
        <source>tied to {name}</source>
        <translation>与 {name} 共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="75"/>
        <source>There is no tensor &apos;{name}&apos;.</source>
        <translation>没有张量“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="76"/>
        <source>`inspector show --flat`</source>
        <translation>`inspector show --flat`</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="77"/>
        <source>Take {path} from {file}</source>
        <translation>从 {file} 取 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="78"/>
        <source>&apos;{path}&apos; is no tensor.</source>
        <translation>“{path}”不是张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="79"/>
        <source>&apos;{path}&apos; is a {layout} tensor of a kind that cannot be taken.</source>
        <translation>“{path}”是 {layout} 张量，这种张量不能取用。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="80"/>
        <source>Only plain strided tensors can.</source>
        <translation>只有普通的 strided 张量可以。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="81"/>
        <source>{file} is not open, so nothing can be taken from it.</source>
        <translation>{file} 没有打开，因此无法从中取用任何内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="82"/>
        <source>Check that the recipe names the file as seen from here.</source>
        <translation>请检查配方中的文件名从这里看是否正确。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="83"/>
        <source>{shape} {dtype} of {file}</source>
        <translation>来自 {file} 的 {shape} {dtype}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="84"/>
        <source>&apos;{path}&apos; cannot be added to a pickled module.</source>
        <translation>“{path}”不能添加到 pickle 化的模块中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="85"/>
        <source>Save its state_dict first (--only).</source>
        <translation>请先保存它的 state_dict（--only）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="86"/>
        <source>There is no state_dict that &apos;{path}&apos; would be a key of.</source>
        <translation>没有以“{path}”为键的 state_dict。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="87"/>
        <source>a group of entries</source>
        <translation>一组条目</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="88"/>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="89"/>
        <source>&apos;{path}&apos; is {what}, no tensor.</source>
        <translation>“{path}”是{what}，不是张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="90"/>
        <source>Name a tensor.</source>
        <translation>请给出一个张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="91"/>
        <source>Set {path} to {value}</source>
        <translation>将 {path} 设为 {value}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="92"/>
        <source>&apos;{path}&apos; is a tensor; only plain values can be set.</source>
        <translation>“{path}”是张量；只能设置普通的值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="93"/>
        <source>Name a number, a text, true, false or null.</source>
        <translation>请给出数字、文本、true、false 或 null。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="94"/>
        <source>The whole file cannot be set to a value.</source>
        <translation>整个文件不能设为一个值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="95"/>
        <source>Name an entry.</source>
        <translation>请给出一个条目。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="96"/>
        <source>&apos;{text}&apos; is no JSON list.</source>
        <translation>“{text}”不是 JSON 列表。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="97"/>
        <source>There is no entry &apos;{path}&apos;: &apos;{rest}&apos; is not found.</source>
        <translation>没有条目“{path}”：找不到“{rest}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="98"/>
        <source>&apos;{path}&apos; belongs to an object whose values cannot be set.</source>
        <translation>“{path}”属于一个无法设置其值的对象。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="99"/>
        <source>Only entries of dicts, lists and plain attributes can.</source>
        <translation>只有 dict、list 的条目和普通属性可以。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="100"/>
        <source>Make loadable with weights_only=True</source>
        <translation>使其可用 weights_only=True 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="101"/>
        <source>weights_only=True accepts this checkpoint already.</source>
        <translation>weights_only=True 已能接受此 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="102"/>
        <source>Nothing to do.</source>
        <translation>无需任何操作。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="103"/>
        <source>a very long {type}</source>
        <translation>很长的 {type}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="104"/>
        <source>a dict</source>
        <translation>一个 dict</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="105"/>
        <source>There is no tensor to take.</source>
        <translation>没有可取用的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="106"/>
        <source>Drop this one instead.</source>
        <translation>请改为删除它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="107"/>
        <source>There is no state_dict that this tensor would belong to.</source>
        <translation>没有此张量可归属的 state_dict。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="108"/>
        <source>Tensors can be added beside others of their state_dict.</source>
        <translation>张量可以添加到同一 state_dict 的其他张量旁边。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="109"/>
        <source>There is no state_dict here.</source>
        <translation>这里没有 state_dict。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="31"/>
        <source>Escape the dots of plain names: &apos;layer1\.0&apos;.</source>
        <translation>请转义普通名称中的点：&apos;layer1\.0&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/editing.py" line="37"/>
        <source>Drop or rename one of them first.</source>
        <translation>请先删除或重命名其中一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="12"/>
        <source>The file is damaged. Download it again.</source>
        <translation>文件已损坏。请重新下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="17"/>
        <source>Unpack the archive with the program that made it.</source>
        <translation>请用创建该归档的程序解压。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/files.py" line="16"/>
        <source>The download or copy is incomplete; fetch the file again.</source>
        <translation>下载或复制不完整；请重新获取文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/archives.py" line="40"/>
        <source>No program writes so many; do not load this file.</source>
        <translation>没有程序会写出这么多；不要加载此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="12"/>
        <source>wrote {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="16"/>
        <source>removed {path}</source>
        <translation>已删除 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="15"/>
        <source>restored {path}</source>
        <translation>已恢复 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="24"/>
        <source>updated {path}</source>
        <translation>已更新 {path}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="13"/>
        <source>{path} was gone already</source>
        <translation>{path} 早已不在</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="8"/>
        <source>{path} cannot be read, so it is not known what was registered.</source>
        <translation>无法读取 {path}，因此不知道注册过什么。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="9"/>
        <source>Delete that file and register again.</source>
        <translation>请删除该文件并重新注册。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="10"/>
        <source>{path} was written by another version of Inspector.</source>
        <translation>{path} 由另一版本的 Inspector 写成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="11"/>
        <source>Unregister with that version first.</source>
        <translation>请先用该版本取消注册。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="14"/>
        <source>left {path}: somebody changed it since</source>
        <translation>保留 {path}：此后有人改过它</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="17"/>
        <source>{folder} cannot be made: {why}.</source>
        <translation>无法创建 {folder}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="18"/>
        <source>{path} cannot be read: {why}.</source>
        <translation>无法读取 {path}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="19"/>
        <source>Inspector runs from its source folder, so a desktop could not start it.</source>
        <translation>Inspector 正从其源代码文件夹运行，因此桌面无法启动它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="22"/>
        <source>Install it first: pip install .</source>
        <translation>请先安装它：pip install .</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="25"/>
        <source>{tool} failed</source>
        <translation>{tool} 失败</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="23"/>
        <source>{tool} is missing; install {package} and register again</source>
        <translation>缺少 {tool}；请安装 {package} 后重新注册</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="29"/>
        <source>offered for {mime}, behind {default}</source>
        <translation>也用于 {mime}，排在 {default} 之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="30"/>
        <source>no longer offered for {mime}</source>
        <translation>不再用于 {mime}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/desktop.py" line="26"/>
        <source>nothing opens {mime} yet, and Inspector must not be first: left as it is</source>
        <translation>还没有程序打开 {mime}，而 Inspector 不应排在首位：保持原样</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="24"/>
        <source>Not given, so counted as 1: {dimensions}.</source>
        <translation>未给出，按 1 统计：{dimensions}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="23"/>
        <source>The file says {shape} for &apos;{name}&apos;.</source>
        <translation>文件中 &apos;{name}&apos; 的形状是 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="30"/>
        <source>At these shapes {n} of the nodes cannot run: the model was not made for them, or is damaged.</source>
        <translation>在这些形状下有 {n} 个节点无法运行：模型不是为它们制作的，或者已损坏。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="45"/>
        <source>{op} has as many results as the data says; the most there can be were counted.</source>
        <translation>{op} 的结果数量取决于数据；已按最大可能统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="11"/>
        <source>Which branch of an If runs depends on the data; the one that costs more was counted.</source>
        <translation>If 的哪个分支运行取决于数据；已统计计算量较大的分支。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="15"/>
        <source>A Loop may stop early, which depends on the data; all its iterations were counted.</source>
        <translation>Loop 可能提前结束，这取决于数据；已统计全部迭代。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="18"/>
        <source>A Loop makes a tensor larger each time; it was not followed to its end.</source>
        <translation>Loop 每次都使张量变大；没有跟踪到结束。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="21"/>
        <source>how often it runs depends on the data; counted once</source>
        <translation>运行次数取决于数据；按一次统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="34"/>
        <source>its shapes are not known: they depend on data, or on a node before it</source>
        <translation>形状未知：取决于数据或前面的节点</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="37"/>
        <source>its inputs do not fit each other at these shapes</source>
        <translation>在这些形状下其输入互不匹配</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="38"/>
        <source>not an operator of ONNX or of its usual runtime</source>
        <translation>不是 ONNX 或其常用运行时的运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="75"/>
        <source>no rule counts it</source>
        <translation>没有统计它的规则</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="22"/>
        <source>The file is incomplete; what is missing was not counted.</source>
        <translation>文件不完整；缺少的部分没有统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="76"/>
        <source>its shapes are not in the file</source>
        <translation>文件中没有它的形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="77"/>
        <source>how often it runs is not in the file; counted once</source>
        <translation>文件中没有运行次数；按一次统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="78"/>
        <source>Which branch of a cond runs depends on the data; the one that costs more was counted.</source>
        <translation>cond 的哪个分支运行取决于数据；已统计计算量较大的分支。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="61"/>
        <source>Counted at the sizes of the export: {sizes}.</source>
        <translation>按导出时的大小统计：{sizes}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="64"/>
        <source>{symbol} = {size} is outside the range that the program accepts ({least} to {most}).</source>
        <translation>{symbol} = {size} 超出程序接受的范围（{least} 到 {most}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="86"/>
        <source>bias of convolutions</source>
        <translation>卷积的偏置</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="87"/>
        <source>BatchNorm, 2 per element</source>
        <translation>BatchNorm，每个元素 2 次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="88"/>
        <source>BatchNorm, 4 per element</source>
        <translation>BatchNorm，每个元素 4 次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="89"/>
        <source>average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="140"/>
        <source>{n} layers</source>
        <translation>{n} 层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="139"/>
        <source>(top level)</source>
        <translation>（顶层）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="25"/>
        <source>&apos;{name}&apos; has {n} dimensions, but {shape} has {other}.</source>
        <translation>“{name}”有 {n} 维，但 {shape} 有 {other} 维。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="26"/>
        <source>The file says {shape}.</source>
        <translation>文件中是 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="27"/>
        <source>The dimension &apos;{name}&apos; cannot be {a} and {b}.</source>
        <translation>维度“{name}”不能既是 {a} 又是 {b}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="28"/>
        <source>Inputs that share a dimension need the same size there.</source>
        <translation>共用同一维度的输入在该处需要相同的大小。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="29"/>
        <source>The model has no input called &apos;{name}&apos;.</source>
        <translation>模型没有名为“{name}”的输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="39"/>
        <source>Subgraphs and functions call each other more than {n} deep.</source>
        <translation>子图和函数互相调用的深度超过 {n} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="40"/>
        <source>No runtime could run this model; be careful with this file.</source>
        <translation>没有运行时能运行此模型；请小心对待此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="41"/>
        <source>Counting this model would take more than {n} steps.</source>
        <translation>统计此模型需要超过 {n} 步。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="42"/>
        <source>Its loops and functions unfold without end; be careful with this file.</source>
        <translation>它的循环和函数会无穷展开；请小心对待此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="49"/>
        <source>a power that no size has</source>
        <translation>任何大小都不会有的幂</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="50"/>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="51"/>
        <source>it is no whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="52"/>
        <source>The size &apos;{text}&apos; cannot be worked out: {why}.</source>
        <translation>无法算出大小“{text}”：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="53"/>
        <source>Count at the shapes that the program was exported with.</source>
        <translation>请按程序导出时的形状统计。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="54"/>
        <source>character {at} is not understood</source>
        <translation>无法理解第 {at} 个字符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="55"/>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="56"/>
        <source>it is larger than any size</source>
        <translation>大于任何可能的大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="57"/>
        <source>&apos;{text}&apos; is no number</source>
        <translation>“{text}”不是数字</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="58"/>
        <source>the function {name} is not known</source>
        <translation>未知的函数 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="59"/>
        <source>the symbol {name} has no value</source>
        <translation>符号 {name} 没有值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="60"/>
        <source>&apos;{mark}&apos; is missing</source>
        <translation>缺少“{mark}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="62"/>
        <source>The program has no input called &apos;{name}&apos;.</source>
        <translation>程序没有名为“{name}”的输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="63"/>
        <source>Its inputs are: {names}.</source>
        <translation>它的输入是：{names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="68"/>
        <source>The program was exported for &apos;{name}&apos; of shape {wanted}; {shape} does not fit.</source>
        <translation>程序导出时“{name}”的形状为 {wanted}；{shape} 不符合。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="71"/>
        <source>Export it with dynamic_shapes to count at other shapes.</source>
        <translation>要按其他形状统计，请用 dynamic_shapes 导出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="72"/>
        <source>The exported program does not say the shape of &apos;{name}&apos;.</source>
        <translation>导出的程序没有给出“{name}”的形状。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="73"/>
        <source>The file is damaged. Export or download it again.</source>
        <translation>文件已损坏。请重新导出或下载。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="74"/>
        <source>The exported program has a tensor of size {size}.</source>
        <translation>导出的程序中有大小为 {size} 的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="82"/>
        <source>Graphs are nested more than {n} deep.</source>
        <translation>图的嵌套深度超过 {n} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="83"/>
        <source>The file was made to confuse its reader.</source>
        <translation>此文件是为迷惑读取程序而制作的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="84"/>
        <source>counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="90"/>
        <source>{name} holds no model whose cost can be told without running code.</source>
        <translation>{name} 中没有不运行代码就能得知计算量的模型。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="91"/>
        <source>Name the model&apos;s class with --model, if you have its code.</source>
        <translation>如果您有其代码，请用 --model 给出模型的类。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="92"/>
        <source>{name} does not take {shape}.</source>
        <translation>{name} 不接受 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="93"/>
        <source>{name} takes N × {shape}: batch, channels, then sizes.</source>
        <translation>{name} 接受 N × {shape}：批量、通道，然后是各维大小。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="94"/>
        <source>{name} takes sizes that are multiples of {step}.</source>
        <translation>{name} 只接受 {step} 的倍数的大小。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="95"/>
        <source>{name} is known at {shape} only.</source>
        <translation>{name} 仅在 {shape} 时已知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="96"/>
        <source>{name} takes N × {shape}.</source>
        <translation>{name} 接受 N × {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="97"/>
        <source>Its table of positions is made for {size} and has to be resampled.</source>
        <translation>它的位置表是为 {size} 制作的，需要重新采样。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="98"/>
        <source>not part of the known architecture</source>
        <translation>不属于已知的架构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="99"/>
        <source>{n} of {tensors} agree in name and shape with {name}; this is its cost if it is used unmodified.</source>
        <translation>{n} / {tensors} 与 {name} 的名称和形状一致；若未经修改地使用，这就是它的计算量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="103"/>
        <source>Its names are behind &apos;{prefix}&apos;.</source>
        <translation>它的名称前面有“{prefix}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="104"/>
        <source>What is beside it is not counted: {keys}.</source>
        <translation>旁边的内容不计入：{keys}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="105"/>
        <source>Its head has another number of classes than usual and is counted as it is.</source>
        <translation>它的分类头的类别数与通常不同，按实际计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="108"/>
        <source>Stride, dilation, windows and anti-aliasing leave no trace in a state_dict. With the same names and shapes, but other costs: {twins}.</source>
        <translation>步长、空洞、窗口和抗混叠在 state_dict 中不留痕迹。名称和形状相同但计算量不同的还有：{twins}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="112"/>
        <source>Counted at the model&apos;s own input size, {size}.</source>
        <translation>按模型自身的输入尺寸 {size} 计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="113"/>
        <source>&apos;{text}&apos; is no shape.</source>
        <translation>“{text}”不是形状。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="114"/>
        <source>Write sizes with commas, like 1,3,224,224.</source>
        <translation>请用逗号写各维大小，例如 1,3,224,224。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="115"/>
        <source>{path} is one of {n} models in the file.</source>
        <translation>{path} 是文件中 {n} 个模型之一。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="116"/>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="117"/>
        <source>unknown optimizer</source>
        <translation>未知优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="118"/>
        <source>{kind}, {n} bits</source>
        <translation>{kind}，{n} 位</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="119"/>
        <source>float8 with scales</source>
        <translation>带缩放的 float8</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="120"/>
        <source>float8 with block scales</source>
        <translation>带分块缩放的 float8</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="121"/>
        <source>Names and shapes match {name}; its cost depends on what is in the image.</source>
        <translation>名称和形状与 {name} 一致；它的计算量取决于图像中的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="124"/>
        <source>The file has names and shapes but no graph, and they match no known architecture.</source>
        <translation>文件只有名称和形状而没有计算图，且与任何已知架构都不一致。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="127"/>
        <source>how often it is used is not in the file</source>
        <translation>文件中没有说明它被使用多少次</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="128"/>
        <source>A convolution costs its weight&apos;s elements at each position of its own output; the sum is what one position in every convolution costs.</source>
        <translation>卷积在其输出的每个位置上的计算量等于权重的元素数；总和是每个卷积各一个位置的计算量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="132"/>
        <source>A matrix costs its elements for each token, or each row that goes through it.</source>
        <translation>矩阵对每个 token（或经过它的每一行）的计算量等于其元素数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="135"/>
        <source>The recurrent layers cost {n} MACs for each step.</source>
        <translation>循环层每一步需要 {n} MACs。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="136"/>
        <source>{kind} (packed)</source>
        <translation>{kind}（打包）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="137"/>
        <source>{kind}, depthwise or of 1 channel</source>
        <translation>{kind}，逐通道或单通道</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="138"/>
        <source>{a} or {b}</source>
        <translation>{a} 或 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="142"/>
        <source>A transformer takes (batch, tokens), not {shape}.</source>
        <translation>Transformer 接受（批量，token），而不是 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="143"/>
        <source>Write --input input_ids=1,512.</source>
        <translation>请写 --input input_ids=1,512。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="144"/>
        <source>A vision transformer takes (batch, channels, height, width), not {shape}.</source>
        <translation>视觉 Transformer 接受（批量，通道，高，宽），而不是 {shape}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="147"/>
        <source>It was made for N × {shape}.</source>
        <translation>它是为 N × {shape} 制作的。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="148"/>
        <source>{kind} (tied)</source>
        <translation>{kind}（共享）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="149"/>
        <source>From names and shapes: {n} blocks of attention in full (a causal mask saves nothing here), every matrix once for each token.</source>
        <translation>根据名称和形状：{n} 个块的完整注意力（因果掩码在此不节省计算），每个矩阵对每个 token 计算一次。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="153"/>
        <source>config.json beside the file says {name}.</source>
        <translation>文件旁的 config.json 说是 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="154"/>
        <source>It says {what} = {n}, but the file has {found}.</source>
        <translation>它说 {what} = {n}，但文件中是 {found}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="155"/>
        <source>It attends within a sliding window, which saves work on longer inputs.</source>
        <translation>它在滑动窗口内计算注意力，较长的输入会因此节省计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="158"/>
        <source>The output matrix is not in the file; it is taken to be the embedding.</source>
        <translation>输出矩阵不在文件中；视为与嵌入相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="161"/>
        <source>The file has no output matrix to the vocabulary, so none is counted.</source>
        <translation>文件中没有到词表的输出矩阵，因此不计入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="164"/>
        <source>Of its experts a token meets {n}, as config.json says.</source>
        <translation>据 config.json，每个 token 会经过 {n} 个专家。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="165"/>
        <source>Images are cut into patches of {side} × {side}, with {tokens} beside them.</source>
        <translation>图像被切成 {side} × {side} 的块，旁边另有 {tokens}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="168"/>
        <source>The number of tokens is an example; give another if yours differs.</source>
        <translation>token 数只是示例；如果您的不同，请另行给出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="169"/>
        <source>An encoder with a decoder takes (batch, tokens) twice.</source>
        <translation>编码器加解码器需要两次（批量，token）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="170"/>
        <source>Write --input input_ids=1,512 --input decoder_input_ids=1,128.</source>
        <translation>请写 --input input_ids=1,512 --input decoder_input_ids=1,128。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="178"/>
        <source>It is a mixture of experts: how many of them a token meets is not in the tensors.</source>
        <translation>它是混合专家模型：每个 token 经过多少专家不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="181"/>
        <source>It has recurrent layers beside attention.</source>
        <translation>除注意力外它还有循环层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="182"/>
        <source>It has convolutions, and how many positions they turn into tokens is not known.</source>
        <translation>它含有卷积，不知道它们把多少个位置变成 token。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="174"/>
        <source>It has several stacks of blocks, whose lengths need not be the same.</source>
        <translation>它有多组块，其长度未必相同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="177"/>
        <source>The attention of some blocks is of an unknown kind.</source>
        <translation>某些块的注意力类型未知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="141"/>
        <source>It is one shard of several; their index counts them all.</source>
        <translation>这是多个分片中的一个；由索引统计全部分片。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="172"/>
        <source>Its attention is sparse, in a way that is not in the tensors.</source>
        <translation>它的注意力是稀疏的，方式不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="171"/>
        <source>An encoder with a decoder: its cost depends on the tokens of both.</source>
        <translation>编码器加解码器：其计算量取决于两者的 token 数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="173"/>
        <source>It is an encoder with a decoder: its cost depends on two lengths.</source>
        <translation>它是编码器加解码器：其计算量取决于两个长度。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="185"/>
        <source>Its attention compares positions as well, with tables of their own.</source>
        <translation>它的注意力还用自己的表来比较位置。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="188"/>
        <source>It attends within windows, whose size is not in the tensors.</source>
        <translation>它在窗口内计算注意力，窗口大小不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="189"/>
        <source>Its blocks share weights; how often they run is not in the tensors.</source>
        <translation>它的块共享权重；运行多少次不在张量中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/costs.py" line="192"/>
        <source>It has state-space or recurrent blocks beside attention.</source>
        <translation>除注意力外它还有状态空间块或循环块。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="128"/>
        <source>Running this took longer than {seconds} s ({at}) and was stopped.</source>
        <translation>运行超过 {seconds} 秒（{at}），已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="129"/>
        <source>Allow more with --time-limit SECONDS, or give smaller inputs.</source>
        <translation>请用 --time-limit SECONDS 放宽限制，或给出更小的输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="130"/>
        <source>Running this took more than {size} GiB of memory and was stopped.</source>
        <translation>运行占用的内存超过 {size} GiB，已停止。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="52"/>
        <source>Running the model needs more memory than it was allowed.</source>
        <translation>运行该模型所需的内存超过了允许的上限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="53"/>
        <source>The model does not run at these inputs: {why}.</source>
        <translation>该模型无法以这些输入运行：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="11"/>
        <source>The model cannot be built: {why}.</source>
        <translation>无法构建该模型：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="17"/>
        <source>The factory gave a {type}, not a torch.nn.Module.</source>
        <translation>工厂函数返回的是 {type}，不是 torch.nn.Module。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="26"/>
        <source>{model} cannot be imported: {why}.</source>
        <translation>无法导入 {model}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="34"/>
        <source>The config.json is not understood: {why}.</source>
        <translation>无法理解该 config.json：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="33"/>
        <source>A config.json needs transformers, which this Python does not have.</source>
        <translation>使用 config.json 需要 transformers，而此 Python 中没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="12"/>
        <source>There is no network here. Where it wants to download weights, turn that off: --kwargs &apos;{&quot;weights&quot;: null}&apos;.</source>
        <translation>此处没有网络。如果它要下载权重，请关闭下载：--kwargs &apos;{&quot;weights&quot;: null}&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="16"/>
        <source>Give what its factory needs with --kwargs &apos;{&quot;name&quot;: value}&apos;.</source>
        <translation>请用 --kwargs &apos;{&quot;name&quot;: value}&apos; 给出工厂函数所需的参数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="18"/>
        <source>Name a class or a function that returns the model itself.</source>
        <translation>请给出返回模型本身的类或函数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="19"/>
        <source>Its formula does not fit these operands.</source>
        <translation>它的公式不适用于这些操作数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="20"/>
        <source>What it runs inside is not seen.</source>
        <translation>看不到它内部运行的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="27"/>
        <source>Write --model package.module:factory or --model path.py:Class, and name with --python the Python that has its packages.</source>
        <translation>请写 --model package.module:factory 或 --model path.py:Class，并用 --python 指定装有其软件包的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="31"/>
        <source>{model} is a {type}, which cannot be called.</source>
        <translation>{model} 是 {type}，不能调用。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="32"/>
        <source>There is no file {name} in {folder}.</source>
        <translation>{folder} 中没有文件 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="35"/>
        <source>A model whose code is beside its config needs --model path.py:Class.</source>
        <translation>代码在其 config 旁边的模型需要 --model path.py:Class。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="38"/>
        <source>An operator of {space}, whose cost is not known.</source>
        <translation>{space} 的运算符，其计算量未知。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="40"/>
        <source>An input of shape {shape} cannot be made.</source>
        <translation>无法创建形状为 {shape} 的输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="41"/>
        <source>Give smaller sizes with --input.</source>
        <translation>请用 --input 给出更小的大小。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="42"/>
        <source>torch has no dtype called {name}.</source>
        <translation>torch 没有名为 {name} 的 dtype。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="43"/>
        <source>The model has no input called {name}; it has {names}.</source>
        <translation>模型没有名为 {name} 的输入；它的输入为 {names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="47"/>
        <source>The shape of the model&apos;s input is not in the file.</source>
        <translation>文件中没有模型输入的形状。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="48"/>
        <source>Give it with --input 1,3,224,224, or --input NAME=1,3,224,224 for each input.</source>
        <translation>请用 --input 1,3,224,224 给出，或用 --input NAME=1,3,224,224 逐个给出输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="51"/>
        <source>counting on {rung}</source>
        <translation>正在用{rung}统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="54"/>
        <source>Check the shapes, names and order given with --input; where values decide what runs, add --on-cpu.</source>
        <translation>请检查 --input 给出的形状、名称和顺序；如果运行什么取决于数值，请加上 --on-cpu。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="59"/>
        <source>Its modules are nested deeper than {most}.</source>
        <translation>它的模块嵌套深度超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="60"/>
        <source>{name} cannot be built from the file&apos;s numbers: {why}.</source>
        <translation>无法根据文件中的数值构建 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="61"/>
        <source>{name} is not rebuilt.</source>
        <translation>没有重建 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="62"/>
        <source>torch.nn.{name} would have more than {most} layers.</source>
        <translation>torch.nn.{name} 会有超过 {most} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="65"/>
        <source>torch cannot load this program: {why}.</source>
        <translation>torch 无法加载此程序：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="66"/>
        <source>It may need a newer torch, or operators of a library that this Python does not load.</source>
        <translation>它可能需要更新的 torch，或此 Python 没有加载的库中的运算符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="70"/>
        <source>Counting failed: {why}.</source>
        <translation>统计失败：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="72"/>
        <source>This Python cannot import torch: {why}.</source>
        <translation>此 Python 无法导入 torch：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="73"/>
        <source>Name with --python a Python that has torch.</source>
        <translation>请用 --python 指定装有 torch 的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="74"/>
        <source>it does not answer</source>
        <translation>它没有应答</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="75"/>
        <source>{python}: {why}</source>
        <translation>{python}：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="76"/>
        <source>Python {version} has none installed</source>
        <translation>Python {version} 没有安装 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="77"/>
        <source>{python} is no Python</source>
        <translation>{python} 不是 Python</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="79"/>
        <source>Write arguments like {&quot;num_classes&quot;: 10}.</source>
        <translation>请这样写参数：{&quot;num_classes&quot;: 10}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="80"/>
        <source>Counting this needs torch, which this Python does not have.</source>
        <translation>计算此项需要 torch，而此 Python 中没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="81"/>
        <source>Name with --python a Python that has it.</source>
        <translation>请用 --python 指定装有它的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="82"/>
        <source>{name} is a TorchScript program; its cost shows only when it runs.</source>
        <translation>{name} 是 TorchScript 程序；只有运行才能得知其计算量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="83"/>
        <source>If you trust where it comes from, add --run: it then runs in a process of its own without network, which can change no file and start no program.</source>
        <translation>如果您信任其来源，请加上 --run：它会在没有网络的独立进程中运行，不能改动任何文件，也不能启动任何程序。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="88"/>
        <source>what torch.nn makes</source>
        <translation>torch.nn 构建的模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="89"/>
        <source>Name its class or factory with --model.</source>
        <translation>请用 --model 给出它的类或工厂函数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="94"/>
        <source>&apos;{model}&apos; names no factory.</source>
        <translation>“{model}”没有给出工厂函数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="95"/>
        <source>Write --model package.module:factory, path.py:Class or path/config.json.</source>
        <translation>请写 --model package.module:factory、path.py:Class 或 path/config.json。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="98"/>
        <source>the model of {name}</source>
        <translation>{name} 的模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="99"/>
        <source>This is not the model in the file: {found}</source>
        <translation>这不是文件中的模型：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="127"/>
        <source>The worker&apos;s answer does not end.</source>
        <translation>工作进程的应答没有结尾。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="131"/>
        <source>Give a smaller batch or smaller inputs with --input.</source>
        <translation>请用 --input 给出更小的批量或更小的输入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="132"/>
        <source>signal {n}</source>
        <translation>信号 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="133"/>
        <source>The process that ran it ended without an answer: {why}.</source>
        <translation>运行它的进程没有给出应答就结束了：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="134"/>
        <source>exit status {n}</source>
        <translation>退出状态 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="135"/>
        <source>torch itself may have crashed on this file. The window and the file are unharmed.</source>
        <translation>可能是 torch 自身在此文件上崩溃了。窗口和文件都没有受损。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="138"/>
        <source>torch is not installed</source>
        <translation>没有安装 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="139"/>
        <source>torch is loading it</source>
        <translation>torch 正在加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="87"/>
        <source>The module cannot be rebuilt as it is in the file: {found}</source>
        <translation>无法按文件中的内容重建该模块：{found}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="109"/>
        <source>{n}/{total} tensors match {model}.</source>
        <translation>{n}/{total} 个张量与 {model} 相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="108"/>
        <source>{n}/{total} tensors match {model}; {other} differ ({which}).</source>
        <translation>{n}/{total} 个张量与 {model} 相符；{other} 个不同（{which}）。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="110"/>
        <source>{tensors} only in the model: {which}.</source>
        <translation>{tensors}仅在模型中：{which}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="111"/>
        <source>{tensors} only in the file: {which}.</source>
        <translation>{tensors}仅在文件中：{which}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="105"/>
        <source>The file holds no weights to compare {model} with.</source>
        <translation>文件中没有可与 {model} 比较的权重。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="101"/>
        <source>The head is counted as the factory makes it; give the factory the number of outputs to count the file&apos;s own.</source>
        <translation>头部按工厂函数的设置计算；要计算文件自身的头部，请把输出数量传给工厂函数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="44"/>
        <source>The input is assumed to be {shapes}; give another if yours differs.</source>
        <translation>假定输入为 {shapes}；若不同请另行给出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="58"/>
        <source>The input is counted as integers, which the model wants.</source>
        <translation>输入按模型所要求的整数计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="90"/>
        <source>Rebuilt by torch.nn&apos;s own constructors from the numbers in the file; nothing of the file ran.</source>
        <translation>由 torch.nn 自身的构造函数根据文件中的数值重建；文件中的任何内容都没有运行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="100"/>
        <source>Give what it was made with: --kwargs &apos;{&quot;num_classes&quot;: 10}&apos;.</source>
        <translation>请给出构建时所用的参数：--kwargs &apos;{&quot;num_classes&quot;: 10}&apos;。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="106"/>
        <source>The worker&apos;s answer makes no sense.</source>
        <translation>工作进程的应答没有意义。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="112"/>
        <source>Hooks in the file were left out.</source>
        <translation>文件中的钩子未被采用。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="107"/>
        <source>Counted by torch {version} on {tensors}.</source>
        <translation>由 torch {version} 使用{tensors}计算。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="22"/>
        <source>fake tensors</source>
        <translation>伪张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="24"/>
        <source>fake tensors again</source>
        <translation>伪张量（第二次）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="23"/>
        <source>meta tensors</source>
        <translation>meta 张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="64"/>
        <source>meta tensors throughout</source>
        <translation>meta 张量（全部）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="25"/>
        <source>the CPU</source>
        <translation>CPU </translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="39"/>
        <source>There is no formula for it.</source>
        <translation>没有它的计算公式。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="113"/>
        <source>The modules at &apos;{path}&apos; are nested too deeply or in themselves.</source>
        <translation>“{path}”处的模块嵌套过深，或嵌套在自身之中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="114"/>
        <source>What the file calls the module &apos;{path}&apos; is none.</source>
        <translation>文件所称的模块“{path}”并不是模块。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="116"/>
        <source>Name its class or factory with --model package.module:factory, and with --python a Python that has it.</source>
        <translation>请用 --model package.module:factory 给出它的类或工厂函数，并用 --python 指定装有它的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="120"/>
        <source>{where} replaces its own forward; what that does is not in the file.</source>
        <translation>{where} 替换了自己的 forward；其作用不在文件中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="123"/>
        <source>&apos;{path}&apos; is no plain number.</source>
        <translation>“{path}”不是普通的数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="124"/>
        <source>The Python {python} cannot be started: {why}.</source>
        <translation>无法启动 Python {python}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="125"/>
        <source>Name with --python the program of a Python that has torch.</source>
        <translation>请用 --python 指定装有 torch 的 Python 程序。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="126"/>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="71"/>
        <source>loading torch</source>
        <translation>正在加载 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="63"/>
        <source>loading the program</source>
        <translation>正在加载程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="21"/>
        <source>building the model</source>
        <translation>正在构建模型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="115"/>
        <source>{where} is a {kind}, whose code is not in the file.</source>
        <translation>{where} 是 {kind}，其代码不在文件中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/running.py" line="78"/>
        <source>{text} is no JSON object.</source>
        <translation>{text} 不是 JSON 对象。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/__init__.py" line="25"/>
        <location filename="../../inspector/gui/core_sentences/files.py" line="31"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="10"/>
        <source>Do not load this model elsewhere: it makes programs read other files.</source>
        <translation>不要在别处加载此模型：它会使程序读取其他文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="13"/>
        <source>The weights file &apos;{name}&apos; cannot be opened.</source>
        <translation>无法打开权重文件“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="14"/>
        <source>Check the model&apos;s folder.</source>
        <translation>请检查模型所在的文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="15"/>
        <source>The model has its weights in more than {n} files.</source>
        <translation>模型的权重分布在超过 {n} 个文件中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="16"/>
        <source>Save it with all weights in one file.</source>
        <translation>请把全部权重保存在一个文件中。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="17"/>
        <source>&apos;{name}&apos; can be no file next to the model, but a tensor&apos;s weights are there.</source>
        <translation>“{name}”不可能是模型旁边的文件，而有张量的权重在那里。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="20"/>
        <source>The weights of a tensor are to be read from &apos;{name}&apos;, outside the model&apos;s folder; that was not opened.</source>
        <translation>有张量的权重要从“{name}”读取，它在模型的文件夹之外；没有打开它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="24"/>
        <source>The weights file &apos;{name}&apos; is missing next to the model.</source>
        <translation>模型旁边缺少权重文件“{name}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="25"/>
        <source>Put it into the model&apos;s folder, under exactly this name.</source>
        <translation>请把它放入模型所在的文件夹，并使用完全相同的名称。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="26"/>
        <source>The weights of a tensor are to be read from &apos;{name}&apos;, which is no regular file; it was not opened.</source>
        <translation>有张量的权重要从“{name}”读取，它不是普通文件；没有打开它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="30"/>
        <source>&apos;{name}&apos; needs {n} bytes, but its external_data gives it length &apos;{length}&apos; at offset &apos;{offset}&apos;.</source>
        <translation>“{name}”需要 {n} 字节，但其 external_data 给出的长度是“{length}”，偏移是“{offset}”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="34"/>
        <source>&apos;{name}&apos; needs bytes {start} to {end} of {file}, which has {size}.</source>
        <translation>“{name}”需要 {file} 的第 {start} 至 {end} 字节，而该文件只有 {size} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="35"/>
        <source>Download or copy {name} again.</source>
        <translation>请重新下载或复制 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="36"/>
        <source>Two initializers are called &apos;{name}&apos;; programs differ in which of them they use.</source>
        <translation>有两个名为“{name}”的 initializer；不同的程序会采用不同的一个。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="39"/>
        <source>Subgraphs are nested more than {n} deep; more are not shown.</source>
        <translation>子图的嵌套深度超过 {n} 层；更深的没有显示。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="40"/>
        <source>What follows is not shown.</source>
        <translation>其后的内容没有显示。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="41"/>
        <source>{name} ends at byte {end}, but should go on to byte {needed} at least.</source>
        <translation>{name} 在第 {end} 字节处结束，但至少应到第 {needed} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="44"/>
        <source>{name} begins like an ONNX model but has no graph.</source>
        <translation>{name} 的开头像 ONNX 模型，但没有图。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="45"/>
        <source>{name} does not say which operator set it uses; its end may be missing.</source>
        <translation>{name} 没有说明使用哪个运算符集；其末尾可能缺失。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="48"/>
        <source>The model uses {operators} of the domain &apos;{domain}&apos; ({names}), outside the ONNX standard: they may run code of their own in the runtime.</source>
        <translation>模型使用了域“{domain}”的 {operators}（{names}），不属于 ONNX 标准：它们可能在运行时中运行自己的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="52"/>
        <source>Run it only with runtime extensions that you trust.</source>
        <translation>仅使用您信任的运行时扩展来运行它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="53"/>
        <source>Functions of the model call themselves, so that they never end: {names}.</source>
        <translation>模型的函数调用自身，因此永不结束：{names}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="56"/>
        <source>Do not run this model: a runtime may hang on it.</source>
        <translation>不要运行此模型：运行时可能会卡死。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="57"/>
        <source>{n} more findings like these are not listed.</source>
        <translation>还有 {n} 个类似的问题没有列出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="58"/>
        <source>Subgraphs are nested more than {n} deep.</source>
        <translation>子图的嵌套深度超过 {n} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="59"/>
        <source>A string tensor holds texts, not numbers.</source>
        <translation>字符串张量存放的是文本，不是数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="60"/>
        <source>The sparse tensor &apos;{name}&apos; lacks values, indices or a shape.</source>
        <translation>稀疏张量“{name}”缺少值、索引或形状。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="61"/>
        <source>external_data has a key &apos;{key}&apos;, which was ignored.</source>
        <translation>external_data 中有键“{key}”，已忽略。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="62"/>
        <source>texts</source>
        <translation>个文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="63"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="64"/>
        <source>6-bit numbers are only read from raw_data.</source>
        <translation>6 位数字只从 raw_data 读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="65"/>
        <source>numbers</source>
        <translation>个数字</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="66"/>
        <source>bytes of typed data</source>
        <translation>字节的类型化数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="67"/>
        <source>&apos;{name}&apos; has the impossible shape {shape}.</source>
        <translation>“{name}”的形状 {shape} 不可能存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="68"/>
        <source>&apos;{name}&apos; has the data type {code}, which ONNX 1.23 does not know.</source>
        <translation>“{name}”的数据类型为 {code}，ONNX 1.23 不认识。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="69"/>
        <source>The file is damaged, or newer than this program.</source>
        <translation>文件已损坏，或比此程序更新。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="70"/>
        <source>&apos;{name}&apos; ({shape}, {dtype}) needs {need} {unit}, but {found} {found_unit} are there.</source>
        <translation>“{name}”（{shape}，{dtype}）需要 {need} {unit}，但实际有 {found} {found_unit}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="74"/>
        <source>{name} is a text of {n} bytes; at most {most} are parsed.</source>
        <translation>{name} 是 {n} 字节的文本；最多解析 {most} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="75"/>
        <source>Save the model in the binary form (.onnx).</source>
        <translation>请以二进制形式（.onnx）保存模型。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="76"/>
        <source>{name} has more than {n} brackets inside each other at byte {at}.</source>
        <translation>{name} 在第 {at} 字节处的括号嵌套超过 {n} 层。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="77"/>
        <source>{name} is no ONNX text that can be parsed: {why}</source>
        <translation>{name} 不是能解析的 ONNX 文本：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="78"/>
        <source>The file is damaged or incomplete, or was edited by hand.</source>
        <translation>文件已损坏或不完整，或被手工编辑过。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="79"/>
        <source>The file is damaged. Download or copy it again.</source>
        <translation>文件已损坏。请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="80"/>
        <source>{name} has more than {n} fields and texts, of which the last was read at byte {at}.</source>
        <translation>{name} 的字段和文本超过 {n} 个，最后读取的一个在第 {at} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="84"/>
        <source>No real model is so finely divided; be careful with this file.</source>
        <translation>真实的模型不会划分得这么细；请小心对待此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="85"/>
        <source>Byte {at} begins no protobuf field.</source>
        <translation>第 {at} 字节不是 protobuf 字段的开头。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="86"/>
        <source>The field at byte {at} should end by byte {end} and does not.</source>
        <translation>第 {at} 字节处的字段应在第 {end} 字节之前结束，却没有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="87"/>
        <source>reading the structure</source>
        <translation>正在读取结构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="88"/>
        <source>The number at byte {at} has more than 10 bytes.</source>
        <translation>第 {at} 字节处的数字超过 10 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="89"/>
        <source>The typed data of {name} are not the {n} numbers that its shape says.</source>
        <translation>{name} 的类型化数据不是其形状所说的 {n} 个数字。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="92"/>
        <source>Only a plain .onnx file can be saved as ONNX: its graph is copied from there.</source>
        <translation>只有普通的 .onnx 文件才能保存为 ONNX：其图要从那里复制。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="95"/>
        <source>Save as zip or safetensors.</source>
        <translation>请保存为 zip 或 safetensors。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="96"/>
        <source>&apos;{key}&apos; was changed</source>
        <translation>“{key}”已被改动</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="97"/>
        <source>the order of the initializers was changed</source>
        <translation>initializer 的顺序已被改动</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="98"/>
        <source>the initializer &apos;{name}&apos; was renamed, added or dropped</source>
        <translation>initializer “{name}”被重命名、添加或删除</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="99"/>
        <source>the subgraph &apos;{name}&apos; was changed</source>
        <translation>子图“{name}”已被改动</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="100"/>
        <source>&apos;{name}&apos; has another dtype or shape, which its nodes do not expect</source>
        <translation>“{name}”的 dtype 或形状已不同，而其节点并不期望如此</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="101"/>
        <source>the values of &apos;{name}&apos; are not stored as plain bytes in this file</source>
        <translation>“{name}”的值在此文件中不是以普通字节存放的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="102"/>
        <source>The ONNX graph cannot be written: {what}.</source>
        <translation>无法写出该 ONNX 图：{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="103"/>
        <source>Metadata and the values of initializers can be saved; for the rest use another format.</source>
        <translation>可以保存元数据和 initializer 的值；其余请使用其他格式。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="107"/>
        <source>&apos;{key}&apos; cannot be {type}</source>
        <translation>“{key}”不能是 {type}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/onnx.py" line="108"/>
        <source>the metadata &apos;{key}&apos; is no text</source>
        <translation>元数据“{key}”不是文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="11"/>
        <source>writing the structure</source>
        <translation>正在写入结构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="12"/>
        <source>The nested name &apos;{name}&apos; can only be written by pickle protocol 4.</source>
        <translation>嵌套的名称“{name}”只能用 pickle 协议 4 写出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="13"/>
        <source>Drop the entry that holds it, or keep the file as it is.</source>
        <translation>请删除含有它的条目，或让文件保持原样。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="14"/>
        <source>an object that was kept outside the file</source>
        <translation>存放在文件之外的对象</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="15"/>
        <source>the copyreg extension {code}</source>
        <translation>copyreg 扩展 {code}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="16"/>
        <source>a value of the kind &apos;{type}&apos;</source>
        <translation>类型为“{type}”的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="17"/>
        <source>A pickle of protocol 2 cannot hold {what}.</source>
        <translation>协议 2 的 pickle 不能存放{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="18"/>
        <source>Drop it first.</source>
        <translation>请先删除它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="19"/>
        <source>values are left on the stack at STOP</source>
        <translation>STOP 时栈上还留有值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="20"/>
        <source>a text is not valid UTF-8</source>
        <translation>有文本不是有效的 UTF-8</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="21"/>
        <source>memo slot {slot} is named; the pickle has {n} bytes</source>
        <translation>用到了 memo 槽位 {slot}；而 pickle 只有 {n} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="22"/>
        <source>and {n} more oddities</source>
        <translation>另有 {n} 处异常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="23"/>
        <source>an opcode crosses the end of its frame</source>
        <translation>有操作码越过了其帧的末尾</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="24"/>
        <source>the pickle ends before its STOP</source>
        <translation>pickle 在 STOP 之前就结束了</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="25"/>
        <source>a call has no tuple of arguments</source>
        <translation>有调用的参数不是元组</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="26"/>
        <source>{name} is called as no writer calls it</source>
        <translation>{name} 的调用方式不是任何写入程序会用的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="27"/>
        <source>STOP before the end of the frame</source>
        <translation>STOP 出现在帧的末尾之前</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="28"/>
        <source>there is no opcode 0x{op}</source>
        <translation>没有操作码 0x{op}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="29"/>
        <source>memo slot {slot} is used and was never set</source>
        <translation>用到了从未设置的 memo 槽位 {slot}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="30"/>
        <source>a key has no value</source>
        <translation>有键没有值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="31"/>
        <source>items are set on something that is no mapping</source>
        <translation>向不是映射的对象设置条目</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="32"/>
        <source>the pickle ends in the middle of an opcode</source>
        <translation>pickle 在操作码中间结束</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="33"/>
        <source>an opcode needs more values than there are</source>
        <translation>有操作码需要的值多于现有的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="34"/>
        <source>a length of {n} is claimed</source>
        <translation>声称长度为 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="35"/>
        <source>protocol {version} does not exist</source>
        <translation>协议 {version} 不存在</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="36"/>
        <source>PROTO is not the first opcode</source>
        <translation>PROTO 不是第一个操作码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="37"/>
        <source>a frame begins inside a frame</source>
        <translation>帧中又开始了一帧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="38"/>
        <source>a frame claims {n} bytes, more than there are</source>
        <translation>有帧声称有 {n} 字节，超过实际所有</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="39"/>
        <source>the number {text} is read differently by different readers</source>
        <translation>不同的读取程序对数字 {text} 的读法不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="40"/>
        <source>a number of {n} digits, which Python refuses to read</source>
        <translation>有 {n} 位的数字，Python 拒绝读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="41"/>
        <source>a STRING has no quotes</source>
        <translation>STRING 没有引号</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="42"/>
        <source>a STRING is not ASCII</source>
        <translation>STRING 不是 ASCII</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="43"/>
        <source>a STRING has an escape that is cut off</source>
        <translation>STRING 中有被截断的转义</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="44"/>
        <source>a global is named by something that is no text</source>
        <translation>global 的名称不是文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="45"/>
        <source>{name} names a global of {n} characters.</source>
        <translation>{name} 中有名称长达 {n} 个字符的 global。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="46"/>
        <source>a copyreg extension code hides which global is meant</source>
        <translation>copyreg 扩展码隐藏了所指的 global</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="47"/>
        <source>a class is missing</source>
        <translation>缺少类</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="48"/>
        <source>items are appended to something that is no list</source>
        <translation>向不是列表的对象追加条目</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="49"/>
        <source>the memo slot {text} is read differently by different readers</source>
        <translation>不同的读取程序对 memo 槽位 {text} 的读法不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="50"/>
        <source>a memo slot is not a plain number</source>
        <translation>memo 槽位不是普通的数字</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="51"/>
        <source>a buffer is expected from outside the file</source>
        <translation>需要来自文件之外的缓冲区</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="52"/>
        <source>READONLY_BUFFER on something that is no buffer</source>
        <translation>READONLY_BUFFER 用在了不是缓冲区的对象上</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="53"/>
        <source>{name}, byte {at}: {what}</source>
        <translation>{name}，第 {at} 字节：{what}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="54"/>
        <source>{name} is not a valid pickle: at byte {at} {what}.</source>
        <translation>{name} 不是有效的 pickle：在第 {at} 字节处，{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="55"/>
        <source>The file is damaged. Download it again, or open an earlier checkpoint.</source>
        <translation>文件已损坏。请重新下载，或打开更早的 checkpoint。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="58"/>
        <source>{n} bytes are claimed and {left} are left</source>
        <translation>声称有 {n} 字节，而只剩 {left} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="59"/>
        <source>{name} has a line of more than {limit} bytes at byte {at}.</source>
        <translation>{name} 在第 {at} 字节处有超过 {limit} 字节的一行。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="60"/>
        <source>a line has no end</source>
        <translation>有一行没有结尾</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="61"/>
        <source>something that is not a global is called</source>
        <translation>调用的不是 global</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="62"/>
        <source>a mark is missing</source>
        <translation>缺少标记</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="63"/>
        <source>an object is given its state twice</source>
        <translation>有对象被给予两次状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="64"/>
        <source>a state is given to something that is not an object</source>
        <translation>把状态给予了不是对象的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="65"/>
        <source>{name} is larger than {n} bytes.</source>
        <translation>{name} 超过 {n} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="66"/>
        <source>A checkpoint&apos;s structure is never that large; do not load this file.</source>
        <translation>checkpoint 的结构绝不会这么大；不要加载此文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="69"/>
        <source>needs more than {n} steps</source>
        <translation>需要超过 {n} 步</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="70"/>
        <source>unfolds into more than {n} bytes of memory</source>
        <translation>展开后超过 {n} 字节的内存</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="71"/>
        <source>{name} {what}, though it takes {n} bytes in the file.</source>
        <translation>{name} {what}，而它在文件中只占 {n} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="73"/>
        <source>What is nested deeper than {n} levels is not listed.</source>
        <translation>嵌套深度超过 {n} 层的内容没有列出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="74"/>
        <source>The same objects are repeated too often to list every place.</source>
        <translation>相同的对象重复过多，无法列出每一处。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="75"/>
        <source>A key that Python cannot hash, or hashes for ever; loaders fail on it.</source>
        <translation>有一个 Python 无法求哈希（或要无穷久）的键；加载程序会因此失败。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="78"/>
        <source>{tensors} cannot be read.</source>
        <translation>{tensors}无法读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="79"/>
        <source>a number of {n} digits</source>
        <translation>一个 {n} 位的数字</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="80"/>
        <source>a number of {n} bytes</source>
        <translation>一个 {n} 字节的数字</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="81"/>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="82"/>
        <source>an object kept outside the pickle</source>
        <translation>存放在 pickle 之外的对象</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="83"/>
        <source>copyreg extension {code}</source>
        <translation>copyreg 扩展 {code}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="84"/>
        <source>a buffer kept outside the file</source>
        <translation>存放在文件之外的缓冲区</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="85"/>
        <source>The optimizer has {parameters}, the model {n}; their names cannot be told from their order.</source>
        <translation>优化器有 {parameters}，模型有 {n} 个；无法按顺序得知其名称。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="89"/>
        <source>Parameter {at} of the optimizer has the shape {shape}, but &apos;{name}&apos; has {other}; the optimizer belongs to another model or order.</source>
        <translation>优化器的第 {at} 个参数的形状为 {shape}，但“{name}”的形状为 {other}；该优化器属于另一个模型或另一种顺序。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="93"/>
        <source>Storage &apos;{key}&apos; has {size} bytes, but bytes up to {end} are needed.</source>
        <translation>存储“{key}”有 {size} 字节，但需要到第 {end} 字节。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="96"/>
        <source>has {sizes} sizes but {strides} strides</source>
        <translation>有 {sizes} 个大小，却有 {strides} 个步长</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="97"/>
        <source>has a negative size, stride or storage_offset</source>
        <translation>的大小、stride 或 storage_offset 为负</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="98"/>
        <source>claims more elements than can exist</source>
        <translation>声称的元素多于可能存在的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="99"/>
        <source>needs {n} bytes of a storage of {size}</source>
        <translation>需要 {n} 字节，而存储只有 {size} 字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="100"/>
        <source>A tensor on storage &apos;{key}&apos; {what}.</source>
        <translation>存储“{key}”上的张量{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="101"/>
        <source>storage {key}</source>
        <translation>存储 {key}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="102"/>
        <source>The dtype of this tensor is not known, so it has no values.</source>
        <translation>此张量的 dtype 未知，因此没有值。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="103"/>
        <source>A tensor of {n} dimensions cannot be shown.</source>
        <translation>{n} 维的张量无法显示。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/pickles.py" line="104"/>
        <source>A tensor of {n} bytes on a small storage is not expanded.</source>
        <translation>不展开小存储上 {n} 字节的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="8"/>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="9"/>
        <source>There is no tensor to write.</source>
        <translation>没有可写的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="10"/>
        <source>safetensors holds only tensors.</source>
        <translation>safetensors 只能存放张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="11"/>
        <source>&apos;{name}&apos; ({why})</source>
        <translation>“{name}”（{why}）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="12"/>
        <source>another tensor has this name</source>
        <translation>另一个张量已使用此名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="13"/>
        <source>its values cannot be read</source>
        <translation>无法读取其值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="14"/>
        <source>layout {layout}</source>
        <translation>layout 为 {layout}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="15"/>
        <source>a {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="16"/>
        <source>quantized</source>
        <translation>已量化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="17"/>
        <source>dtype {dtype}</source>
        <translation>dtype 为 {dtype}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="18"/>
        <source>that {tensors} share memory with others</source>
        <translation>{tensors}与其他张量共用内存这一点</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="19"/>
        <source>the optimizer ({groups})</source>
        <translation>优化器（{groups}）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="20"/>
        <source>torch has no tensor of dtype {dtype} and layout {layout}.</source>
        <translation>torch 没有 dtype 为 {dtype}、layout 为 {layout} 的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="21"/>
        <source>Drop it, or save to a format that has it.</source>
        <translation>请删除它，或保存为支持它的格式。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="22"/>
        <source>what the file says in {key}</source>
        <translation>文件在 {key} 中所写的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="23"/>
        <source>its code</source>
        <translation>其中的代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="24"/>
        <source>its program</source>
        <translation>其中的程序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="25"/>
        <source>the code of the package</source>
        <translation>包中的代码</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="26"/>
        <source>The legacy format has no storage for this dtype: torch cannot read it back.</source>
        <translation>legacy 格式没有此 dtype 的存储：torch 无法读回。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="29"/>
        <source>Save as zip, or cast the tensor first.</source>
        <translation>请保存为 zip，或先转换张量的类型。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="30"/>
        <source>verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="31"/>
        <source>&apos;{key}&apos; did not read back as it was written.</source>
        <translation>“{key}”读回的内容与写入的不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="32"/>
        <source>Check the disk; nothing was replaced.</source>
        <translation>请检查磁盘；没有替换任何文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="33"/>
        <source>No format here can hold it: use --force to leave it out, and keep the old file.</source>
        <translation>这里的格式都无法保存它：请用 --force 舍弃，并保留旧文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="36"/>
        <source>Save as {format} to keep everything, or use --force to leave it out.</source>
        <translation>保存为 {format} 可保留全部内容；或用 --force 舍弃这些内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="39"/>
        <source>{format} cannot hold: {losses}.</source>
        <translation>{format} 无法保存：{losses}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="40"/>
        <source>Left out: {what}.</source>
        <translation>已舍弃：{what}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="41"/>
        <source>The model reads {names}, which must lie in its folder: copy it there, too.</source>
        <translation>模型要读取 {names}，它们必须位于其文件夹中：请一并复制过去。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="44"/>
        <source>{name} was changed by another program while it was being saved.</source>
        <translation>{name} 在保存期间被另一个程序改动了。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="45"/>
        <source>Open it again, and repeat the edits.</source>
        <translation>请重新打开它，并重做编辑。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="46"/>
        <source>{name} is a folder.</source>
        <translation>{name} 是文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="47"/>
        <source>Choose a file name.</source>
        <translation>请选择一个文件名。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="48"/>
        <source>The disk has {free} free, and {name} needs {expected}.</source>
        <translation>磁盘剩余 {free}，而 {name} 需要 {expected}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="49"/>
        <source>Make room, or save to another disk.</source>
        <translation>请腾出空间，或保存到其他磁盘。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="50"/>
        <source>The new file&apos;s permissions could not be set.</source>
        <translation>无法设置新文件的权限。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="51"/>
        <source>The permissions of the old file could not be given to the new one.</source>
        <translation>无法把旧文件的权限赋予新文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="52"/>
        <source>The new file belongs to you, not to the owner of the old one.</source>
        <translation>新文件属于您，而不属于旧文件的所有者。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="53"/>
        <source>The old file has other names (hard links); they keep the old contents.</source>
        <translation>旧文件还有其他名称（硬链接）；它们保留旧的内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="56"/>
        <source>The disk is full; {name} was not written.</source>
        <translation>磁盘已满；没有写入 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="57"/>
        <source>The folder of {name} may not be written to.</source>
        <translation>{name} 所在的文件夹不允许写入。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="58"/>
        <source>Save to another folder.</source>
        <translation>请保存到其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="59"/>
        <source>The folder of {name} does not exist.</source>
        <translation>{name} 所在的文件夹不存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="60"/>
        <source>Create it first.</source>
        <translation>请先创建它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="61"/>
        <source>{name} was not written: {why}.</source>
        <translation>没有写入 {name}：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="62"/>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="63"/>
        <source>{name} exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/core_sentences/saving.py" line="64"/>
        <source>Choose another name, or use --force.</source>
        <translation>请选择其他名称，或使用 --force。</translation>
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
        <source>1 key</source>
        <translation>1 个键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="49"/>
        <source>{n} keys</source>
        <translation>{n} 个键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="50"/>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="50"/>
        <source>{n} records</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="51"/>
        <source>1 member</source>
        <translation>1 个成员</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="51"/>
        <source>{n} members</source>
        <translation>{n} 个成员</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="53"/>
        <source>1 operator</source>
        <translation>1 个运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="54"/>
        <source>{n} operators</source>
        <translation>{n} 个运算符</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="57"/>
        <source>1 storage</source>
        <translation>1 个存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="58"/>
        <source>{n} storages</source>
        <translation>{n} 个存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="60"/>
        <source>1 token</source>
        <translation>1 个 token</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="60"/>
        <source>{n} tokens</source>
        <translation>{n} 个 token</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="62"/>
        <source>1 further tensor</source>
        <translation>另有 1 个张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="63"/>
        <source>{n} further tensors</source>
        <translation>另有 {n} 个张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="66"/>
        <source>1 Python source file</source>
        <translation>1 个 Python 源文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="67"/>
        <source>{n} Python source files</source>
        <translation>{n} 个 Python 源文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="69"/>
        <source>1 more</source>
        <translation>还有 1 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/text.py" line="69"/>
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
        <location filename="../../inspector/gui/diff/cells.py" line="75"/>
        <source>renamed</source>
        <translation>改名</translation>
    </message>
</context>
<context>
    <name>DiffFacts</name>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="40"/>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="42"/>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="44"/>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="45"/>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="74"/>
        <source>{share} of the values changed</source>
        <translation>{share} 的值有变化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="87"/>
        <source>all values are equal</source>
        <translation>所有值相等</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="89"/>
        <source>{n} of {elements} differ</source>
        <translation>{elements}中有 {n} 个不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="102"/>
        <source>compared in {dtype}</source>
        <translation>以 {dtype} 比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="116"/>
        <source>at {index}</source>
        <translation>位于 {index}</translation>
    </message>
</context>
<context>
    <name>DiffItemModel</name>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="42"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="44"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="48"/>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="97"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/item_model.py" line="49"/>
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
        <location filename="../../inspector/gui/diff/diff_pane.py" line="280"/>
        <source>Tree, in file order</source>
        <translation>树，按文件顺序</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/diff_pane.py" line="280"/>
        <source>List, worst first</source>
        <translation>列表，差异最大的在前</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/diff_pane.py" line="282"/>
        <source>Order of the rows</source>
        <translation>行的顺序</translation>
    </message>
</context>
<context>
    <name>DiffReport</name>
    <message>
        <location filename="../../inspector/gui/diff/reporting.py" line="58"/>
        <source>Export Comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/reporting.py" line="72"/>
        <source>The comparison was written to {name}.</source>
        <translation>比较结果已写入 {name}。</translation>
    </message>
</context>
<context>
    <name>DiffState</name>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="45"/>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="46"/>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="50"/>
        <source>changed</source>
        <translation>已变化</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="51"/>
        <source>The values differ, or how they are stored.</source>
        <translation>值不同，或存储方式不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="55"/>
        <source>mismatched</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="56"/>
        <source>Shape, dtype or device differ.</source>
        <translation>形状、dtype 或设备不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="60"/>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="61"/>
        <source>Only the left side has it.</source>
        <translation>只有左侧有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="65"/>
        <source>unexpected</source>
        <translation>多余</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="66"/>
        <source>Only the right side has it.</source>
        <translation>只有右侧有。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="79"/>
        <source>not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/looks.py" line="84"/>
        <source>The values have not been compared yet.</source>
        <translation>值尚未比较。</translation>
    </message>
</context>
<context>
    <name>DiffTensor</name>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts.py" line="76"/>
        <source>Choose a tensor to see how its values differ.</source>
        <translation>选择一个张量，查看其值有何不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="38"/>
        <source>Facts of both sides</source>
        <translation>两侧的信息</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="56"/>
        <source>First elements that differ</source>
        <translation>最先不同的元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="48"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="177"/>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_facts_pane.py" line="48"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="178"/>
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
        <location filename="../../inspector/gui/diff/tensor_page.py" line="172"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="176"/>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="212"/>
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
        <location filename="../../inspector/gui/diff/tensor_page.py" line="250"/>
        <source>The values cannot be compared one by one.</source>
        <translation>这些值无法逐个比较。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="252"/>
        <source>No element differs.</source>
        <translation>没有元素不同。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="253"/>
        <source>Δ: mean {mean}, standard deviation {std}</source>
        <translation>Δ：均值 {mean}，标准差 {std}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="256"/>
        <source>the first {n} of {all} elements that differ are listed</source>
        <translation>列出了 {all} 个不同元素中的前 {n} 个</translation>
    </message>
</context>
<context>
    <name>DiffTree</name>
    <message>
        <location filename="../../inspector/gui/diff/tree.py" line="56"/>
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
        <location filename="../../inspector/gui/diff/diff_view.py" line="44"/>
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
        <location filename="../../inspector/gui/document_tabs.py" line="53"/>
        <location filename="../../inspector/gui/document_tabs.py" line="54"/>
        <source>Open files</source>
        <translation>已打开的文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document_tabs.py" line="172"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="36"/>
        <source>Opening was stopped.</source>
        <translation>已停止打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="173"/>
        <source>{name} was deleted or moved.</source>
        <translation>{name} 已被删除或移走。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="175"/>
        <source>{name} changed on disk {time}.</source>
        <translation>{name} 在磁盘上已更改（{time}）。</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="46"/>
        <source>What would change</source>
        <translation>将发生的更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="47"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="47"/>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="83"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="155"/>
        <source>{text}; the first {n} are shown</source>
        <translation>{text}；仅显示前 {n} 项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialog.py" line="168"/>
        <source>Inspector made a mistake; nothing was changed.</source>
        <translation>Inspector 自身出错；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>EditDialogs</name>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="50"/>
        <source>Strip Prefix</source>
        <translation>去除前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="56"/>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="72"/>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="70"/>
        <source>Add Prefix</source>
        <translation>添加前缀</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="84"/>
        <source>Rename Keys</source>
        <translation>重命名键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="87"/>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="90"/>
        <source>Find in keys</source>
        <translation>在键中查找</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="91"/>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="112"/>
        <source>Map Devices</source>
        <translation>映射设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="126"/>
        <source>Target of {device}</source>
        <translation>{device} 的目标</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="140"/>
        <source>{device} is mapped elsewhere, too; one after the other would mix them.</source>
        <translation>{device} 也被映射到别处；依次映射会把它们混在一起。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="144"/>
        <source>Map in two rounds, by way of a name that is not used.</source>
        <translation>请分两轮映射，中间借用一个未使用的名称。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="158"/>
        <source>Cast Floating Tensors</source>
        <translation>转换浮点张量类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="161"/>
        <source>To dtype</source>
        <translation>目标 dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="176"/>
        <source>Set Value</source>
        <translation>设置值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="181"/>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="182"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="194"/>
        <source>This is neither a number nor true, false, null or a &quot;text&quot; in quotes.</source>
        <translation>这既不是数字，也不是 true、false、null 或带引号的“文本”。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/edit_dialogs.py" line="198"/>
        <source>Decimals have a point: 0.001 or 1e-3.</source>
        <translation>小数使用小数点：0.001 或 1e-3。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="65"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="66"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="72"/>
        <source>S&amp;trip “{prefix}”</source>
        <translation>去除“{prefix}”(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="76"/>
        <source>S&amp;trip Prefix…</source>
        <translation>去除前缀(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="190"/>
        <source>Compact Storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="194"/>
        <source>Make Loadable with weights_only</source>
        <translation>使其可用 weights_only 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="225"/>
        <source>The edits were copied as Python.</source>
        <translation>编辑已复制为 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/editing.py" line="240"/>
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
        <location filename="../../inspector/gui/edits/words.py" line="31"/>
        <source>Strip “{a}”</source>
        <translation>去除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="32"/>
        <source>Add “{a}”</source>
        <translation>添加“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="33"/>
        <location filename="../../inspector/gui/edits/words.py" line="71"/>
        <source>Rename “{a}” to “{b}”</source>
        <translation>将“{a}”重命名为“{b}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="34"/>
        <location filename="../../inspector/gui/edits/words.py" line="52"/>
        <source>Drop “{a}”</source>
        <translation>删除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="35"/>
        <source>Keep Only “{a}”</source>
        <translation>仅保留“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="36"/>
        <source>Map {a} to {b}</source>
        <translation>将 {a} 映射到 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="37"/>
        <source>Cast to {a}</source>
        <translation>转换为 {a}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="38"/>
        <source>Set {a} to {b}</source>
        <translation>将 {a} 设为 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="39"/>
        <source>Compact Storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="40"/>
        <source>Untie “{a}”</source>
        <translation>解除“{a}”的共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="41"/>
        <source>Tie {b} to {a}</source>
        <translation>使 {b} 与 {a} 共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="42"/>
        <source>Make Loadable with weights_only</source>
        <translation>使其可用 weights_only 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="43"/>
        <source>Write Calls That torch {a} Has</source>
        <translation>改写为 torch {a} 已有的调用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="53"/>
        <source>Drop {n}</source>
        <translation>删除 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="57"/>
        <source>Take {a} from {b}</source>
        <translation>从 {b} 取 {a}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="81"/>
        <source>Removal: {edit}</source>
        <translation>移除：{edit}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="94"/>
        <source>1 change</source>
        <translation>1 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="94"/>
        <source>{n} changes</source>
        <translation>{n} 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="106"/>
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
        <location filename="../../inspector/gui/document/document_view.py" line="236"/>
        <source>Inspector made a mistake; nothing was changed.</source>
        <translation>Inspector 自身出错；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <location filename="../../inspector/gui/detail/compute/page.py" line="152"/>
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
    <message>
        <location filename="../../inspector/gui/detail/tensor/export_menu.py" line="99"/>
        <source>The picture could not be encoded.</source>
        <translation>无法编码该图片。</translation>
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
        <location filename="../../inspector/gui/diff/tensor_page.py" line="200"/>
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
        <location filename="../../inspector/gui/detail/layers_page.py" line="97"/>
        <source>This file does not say what layers it is made of.</source>
        <translation>此文件没有说明它由哪些层组成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="100"/>
        <source>{n} nodes: {operators}</source>
        <translation>{n} 个节点：{operators}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="108"/>
        <source>{n} layers with {parameters}, as the code says.</source>
        <translation>{n} 层，共 {parameters}，依据代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="106"/>
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
        <location filename="../../inspector/gui/diff/load_dialog.py" line="25"/>
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
        <location filename="../../inspector/gui/diff/load_panel.py" line="134"/>
        <source>Paste what torch said.</source>
        <translation>请粘贴 torch 的报错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="152"/>
        <source>It would load: every key is there and fits.</source>
        <translation>可以加载：每个键都在且形状相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="155"/>
        <source>It would not load: {counts}.</source>
        <translation>无法加载：{counts}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="171"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="186"/>
        <source>What is loaded into what</source>
        <translation>把什么加载到什么</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="187"/>
        <source>Text of torch&apos;s error</source>
        <translation>torch 错误的文本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="192"/>
        <source>What torch would say</source>
        <translation>torch 会怎么说</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="193"/>
        <source>Apply These Edits</source>
        <translation>应用这些编辑</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="209"/>
        <source>{n} missing</source>
        <translation>缺失 {n} 个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="210"/>
        <source>{n} unexpected</source>
        <translation>多余 {n} 个</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="211"/>
        <source>{n} of another size</source>
        <translation>{n} 个形状不同</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="222"/>
        <source>No edit of keys would help.</source>
        <translation>编辑键无济于事。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="224"/>
        <source>After these edits it would load:</source>
        <translation>进行这些编辑后即可加载：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="226"/>
        <source>These edits would help:</source>
        <translation>这些编辑会有帮助：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/load_panel.py" line="230"/>
        <source>What would be left: {counts}.</source>
        <translation>仍会剩下：{counts}。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="255"/>
        <source>Also At</source>
        <translation>同时位于</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="305"/>
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
        <location filename="../../inspector/gui/detail/metadata_page.py" line="44"/>
        <source>Metadata as a tree</source>
        <translation>元数据树</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="93"/>
        <source>Everything that is no tensor</source>
        <translation>张量以外的全部内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="100"/>
        <source>Metadata as a table</source>
        <translation>元数据表</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="138"/>
        <source>As Table</source>
        <translation>表格形式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="139"/>
        <source>Full names in one sortable table</source>
        <translation>以一张可排序的表显示完整名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="149"/>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="159"/>
        <source>This file holds nothing but tensors: no settings, no counters.</source>
        <translation>此文件只有张量：没有设置，也没有计数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="208"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="111"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="209"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="112"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="211"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="113"/>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/metadata_nodes.py" line="98"/>
        <source>There is more; the tree on the left has all of it.</source>
        <translation>还有更多；左侧的树包含全部内容。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/metadata_nodes.py" line="106"/>
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
    <name>NoticeBanner</name>
    <message>
        <location filename="../../inspector/gui/document/banner.py" line="95"/>
        <source>OK</source>
        <translation>确定</translation>
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
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="35"/>
        <source>Names as the optimizer saved them.</source>
        <translation>名称由优化器自身保存。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="36"/>
        <source>Names as the optimizer&apos;s own keys give them.</source>
        <translation>名称来自优化器自身的键。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="37"/>
        <source>Names told from the order of the model&apos;s parameters; every shape in the state agrees.</source>
        <translation>名称按模型参数的顺序推断；状态中的所有形状均相符。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="49"/>
        <source>About the optimizer</source>
        <translation>关于优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="71"/>
        <source>No optimizer here.</source>
        <translation>这里没有优化器。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="78"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="79"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="89"/>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="129"/>
        <source>Parameters and their state</source>
        <translation>参数及其状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="94"/>
        <source>No model in this file tells their names.</source>
        <translation>此文件中没有模型能给出它们的名称。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="120"/>
        <source>Options of the param_groups</source>
        <translation>param_groups 的选项</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="163"/>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="168"/>
        <source>{size} of state</source>
        <translation>状态 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="171"/>
        <source>no state yet: it was saved before its first step</source>
        <translation>尚无状态：在第一步之前保存</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="174"/>
        <source>{n} without state</source>
        <translation>{n} 没有状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/optimizer_page.py" line="181"/>
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
        <location filename="../../inspector/gui/diff/pair_plot.py" line="35"/>
        <source>Histograms and heat map of the difference</source>
        <translation>差异的直方图与热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="72"/>
        <source>left (line), right (filled)</source>
        <translation>左（线）、右（填充）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="73"/>
        <source>Δ = right − left</source>
        <translation>Δ = 右 − 左</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/pair_plot.py" line="74"/>
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
        <location filename="../../inspector/gui/diff/tensor_page.py" line="214"/>
        <source>Save image…</source>
        <translation>保存图像…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="89"/>
        <location filename="../../inspector/gui/diff/tensor_page.py" line="188"/>
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
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="51"/>
        <source>Opening, editing and saving never need torch. Two things ask it: whether it would load a saved file, and the cost of a model that only its own code describes. It runs in a process of its own. Empty means the Python that runs this window.</source>
        <translation>打开、编辑和保存都不需要 torch。只有两件事要问它：保存的文件能否被它加载，以及只有自身代码才能描述的模型的计算量。它在单独的进程里运行。留空表示运行本窗口的 Python。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="58"/>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="71"/>
        <source>Python with torch</source>
        <translation>带 torch 的 Python</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="59"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="60"/>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="83"/>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="95"/>
        <source>There is no torch: {why}</source>
        <translation>没有 torch：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/preferences_python.py" line="98"/>
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
        <location filename="../../inspector/gui/edits/recipes.py" line="53"/>
        <source>{name} cannot be read as a recipe: {why}.</source>
        <translation>无法将 {name} 作为配方读取：{why}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="62"/>
        <source>Save Recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="73"/>
        <source>The recipe was saved as {name}.</source>
        <translation>配方已保存为 {name}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/recipes.py" line="87"/>
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
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="68"/>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="171"/>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="88"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="89"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="96"/>
        <source>&amp;Leave these out</source>
        <translation>舍弃这些内容(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="97"/>
        <source>&amp;Replace the file that is there</source>
        <translation>替换已有的文件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="98"/>
        <source>&amp;Verify: read back every tensor</source>
        <translation>校验：回读每个张量(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="100"/>
        <source>Let torc&amp;h load the result with weights_only=True, too</source>
        <translation>同时让 torch 以 weights_only=True 加载结果(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="102"/>
        <source>&amp;Open the saved file in this tab</source>
        <translation>在此标签页中打开保存的文件(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="110"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="211"/>
        <source>About {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="213"/>
        <source>{free} free in {folder}</source>
        <translation>{folder} 可用空间 {free}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="229"/>
        <source>{format} cannot hold: {losses}.</source>
        <translation>{format} 无法保存：{losses}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="234"/>
        <source>{name} exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="235"/>
        <source>It stays whole until the new file is complete.</source>
        <translation>新文件写完之前，原文件保持完整。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="237"/>
        <source>{name} is the file that is open here.</source>
        <translation>{name} 正是此处打开的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="241"/>
        <source>There is not enough room on this disk.</source>
        <translation>此磁盘空间不足。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="280"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="280"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="304"/>
        <source>{torch} loads it.</source>
        <translation>{torch} 能加载它。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="308"/>
        <source>The file was saved, but {torch} does not load it: {why}</source>
        <translation>文件已保存，但 {torch} 无法加载它：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="313"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="331"/>
        <source>Inspector made a mistake; nothing was written. The file that was there is untouched.</source>
        <translation>Inspector 自身出错；未写入任何内容。原有文件没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="343"/>
        <source>Saving was stopped; nothing was written.</source>
        <translation>已停止保存；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>SaveOptions</name>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="33"/>
        <source>the format of torch 1.6 and later; 1.5 reads it, too</source>
        <translation>torch 1.6 及以上的格式，1.5 也能读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="35"/>
        <source>every torch since 0.4</source>
        <translation>0.4 以来的所有 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="38"/>
        <source>tensors only; read by Hugging Face and others</source>
        <translation>仅张量；Hugging Face 等可读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="40"/>
        <source>the graph with its edited values</source>
        <translation>带有已编辑值的计算图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="43"/>
        <source>For torch ≥ 1.5: convert what only newer ones can read</source>
        <translation>用于 torch ≥ 1.5：转换只有更新版本才能读取的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="46"/>
        <source>For torch 0.4 – 1.4: convert what only newer ones can read</source>
        <translation>用于 torch 0.4 – 1.4：转换只有更新版本才能读取的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="88"/>
        <source>Split into shards of at most</source>
        <translation>拆分为分片，每片不超过</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="94"/>
        <source>Size of a shard</source>
        <translation>分片大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="144"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="164"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../inspector/gui/edits/saving.py" line="68"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <location filename="../../inspector/gui/session.py" line="61"/>
        <source>Not opened again, because it was deleted or moved: {names}</source>
        <translation>未重新打开，因为已被删除或移动：{names}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/session.py" line="63"/>
        <source>Not opened again, because they were deleted or moved: {names}</source>
        <translation>以下文件未重新打开，因为已被删除或移动：{names}</translation>
    </message>
</context>
<context>
    <name>SidesBar</name>
    <message>
        <location filename="../../inspector/gui/diff/part_box.py" line="26"/>
        <source>whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/part_box.py" line="68"/>
        <source>Module…</source>
        <translation>模块…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/part_box.py" line="90"/>
        <source>Name of a module</source>
        <translation>模块的名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/part_box.py" line="92"/>
        <source>Return compares it, Esc goes back.</source>
        <translation>按 Return 进行比较，按 Esc 返回。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="100"/>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="105"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="107"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="108"/>
        <source>Swap sides</source>
        <translation>交换左右</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="109"/>
        <source>Part of the left file</source>
        <translation>左侧文件的部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="109"/>
        <source>Part of the right file</source>
        <translation>右侧文件的部分</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="113"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="114"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="115"/>
        <source>The comparison as a report for other people</source>
        <translation>把比较结果导出为给他人的报告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="116"/>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="117"/>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/diff/sides_bar.py" line="121"/>
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
        <location filename="../../inspector/gui/theme.py" line="101"/>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="103"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="105"/>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="106"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="108"/>
        <source>Nothing dangerous</source>
        <translation>未发现危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="111"/>
        <source>Unknown globals</source>
        <translation>含未知 global</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="114"/>
        <source>Dangerous</source>
        <translation>危险</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="117"/>
        <source>Not readable to its end</source>
        <translation>无法完整读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="123"/>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="124"/>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="126"/>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="129"/>
        <source>scheduler</source>
        <translation>学习率调度器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="131"/>
        <source>scaler</source>
        <translation>梯度缩放器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="133"/>
        <source>hyper-parameters</source>
        <translation>超参数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="135"/>
        <source>RNG state</source>
        <translation>RNG 状态</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="136"/>
        <source>callbacks</source>
        <translation>回调</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="137"/>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="138"/>
        <source>constants</source>
        <translation>常量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="139"/>
        <source>graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="140"/>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="141"/>
        <source>structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="142"/>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="143"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="../../inspector/gui/status.py" line="40"/>
        <location filename="../../inspector/gui/status.py" line="93"/>
        <location filename="../../inspector/gui/status.py" line="99"/>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="77"/>
        <source>{n} selected</source>
        <translation>已选 {n} 行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="94"/>
        <source>Something in Inspector itself went wrong.</source>
        <translation>Inspector 自身出现了错误。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/status.py" line="103"/>
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
        <location filename="../../inspector/gui/detail/summary_page.py" line="53"/>
        <source>About the file</source>
        <translation>文件概要</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="107"/>
        <location filename="../../inspector/gui/detail/summary_page.py" line="128"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="125"/>
        <source>Looking through {tensors}…</source>
        <translation>正在查看 {tensors}…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="126"/>
        <location filename="../../inspector/gui/detail/summary_page.py" line="138"/>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="129"/>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="150"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="175"/>
        <source>Nothing in the file was executed.</source>
        <translation>未执行文件中的任何代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="191"/>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="197"/>
        <source>Globals in its pickles</source>
        <translation>pickle 引用的 global</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="240"/>
        <source>Show in Tree</source>
        <translation>在树中显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="241"/>
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
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="72"/>
        <source>Changed by an edit</source>
        <translation>已被编辑更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="74"/>
        <source>Holds what was changed by an edit</source>
        <translation>包含被编辑更改的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="47"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="48"/>
        <source>Shape / value</source>
        <translation>形状 / 值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="49"/>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="50"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="51"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="52"/>
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
        <location filename="../../inspector/gui/document/contents_view.py" line="22"/>
        <source>Contents of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/row_view.py" line="212"/>
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
        <location filename="../../inspector/gui/detail/work_bar.py" line="40"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="72"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="111"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="124"/>
        <source>Inspector made a mistake here.</source>
        <translation>Inspector 在此处出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/work_bar.py" line="125"/>
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
