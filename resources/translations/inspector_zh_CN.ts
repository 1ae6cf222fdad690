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
        <location filename="../../inspector/gui/actions.py" line="55"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="57"/>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="59"/>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="61"/>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="63"/>
        <source>Close &amp;All</source>
        <translation>全部关闭(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="65"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="66"/>
        <source>&amp;Copy Key</source>
        <translation>复制键(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="68"/>
        <source>Copy &amp;Path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="70"/>
        <source>&amp;Python: sd[&quot;…&quot;]</source>
        <translation>&amp;Python: sd[&quot;…&quot;]</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="72"/>
        <source>&amp;Table (Tab-Separated)</source>
        <translation>表格（制表符分隔）(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="74"/>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="76"/>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="78"/>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="80"/>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="82"/>
        <source>Apply These Edits to &amp;Other Files…</source>
        <translation>将这些编辑应用到其他文件(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="84"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="86"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="88"/>
        <source>S&amp;trip Prefix…</source>
        <translation>去除前缀(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="90"/>
        <source>&amp;Add Prefix…</source>
        <translation>添加前缀(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="92"/>
        <source>Rename &amp;Keys…</source>
        <translation>重命名键(&amp;K)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="94"/>
        <source>Set &amp;Value…</source>
        <translation>设置值(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="96"/>
        <source>&amp;Drop Selected</source>
        <translation>删除所选(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="98"/>
        <source>Keep &amp;Only This</source>
        <translation>仅保留此项(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="100"/>
        <source>&amp;Map Devices…</source>
        <translation>映射设备(&amp;M)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="102"/>
        <source>Cast &amp;Floating Tensors…</source>
        <translation>转换浮点张量类型(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="104"/>
        <source>Compact &amp;Storages…</source>
        <translation>压缩存储(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="106"/>
        <source>Make Loadable with &amp;weights_only…</source>
        <translation>使其可用 weights_only 加载(&amp;W)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="108"/>
        <source>U&amp;ntie</source>
        <translation>解除共享(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="110"/>
        <source>T&amp;ie the Two Selected</source>
        <translation>使所选两项共享(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="112"/>
        <source>Copy Edits as P&amp;ython</source>
        <translation>将编辑复制为 Python(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="114"/>
        <source>Save Reci&amp;pe…</source>
        <translation>保存配方(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="116"/>
        <source>App&amp;ly Recipe…</source>
        <translation>应用配方(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="118"/>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="120"/>
        <source>&amp;About This File</source>
        <translation>文件概要(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="122"/>
        <source>Check All &amp;Tensors</source>
        <translation>检查全部张量(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="124"/>
        <source>&amp;Expand All</source>
        <translation>全部展开(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="126"/>
        <source>&amp;Collapse All</source>
        <translation>全部折叠(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="128"/>
        <source>Flat &amp;List</source>
        <translation>平铺列表(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="130"/>
        <source>Reopen Files at &amp;Start</source>
        <translation>启动时重新打开文件(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="132"/>
        <source>&amp;Next Tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="134"/>
        <source>Pre&amp;vious Tab</source>
        <translation>上一个标签页(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="136"/>
        <source>Next &amp;Pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="138"/>
        <location filename="../../inspector/gui/actions.py" line="144"/>
        <source>As the &amp;Desktop</source>
        <translation>跟随系统(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="140"/>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="142"/>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="148"/>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="150"/>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="152"/>
        <source>&amp;About Inspector</source>
        <translation>关于 Inspector(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="155"/>
        <source>Copy &amp;As</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="160"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="163"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="166"/>
        <source>&amp;More Edits</source>
        <translation>更多编辑(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="168"/>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="171"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="175"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="176"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="179"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/actions.py" line="249"/>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Anatomy</name>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_view.py" line="37"/>
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
        <location filename="../../inspector/gui/itemmodels/cells.py" line="111"/>
        <source>{share} of the row above</source>
        <translation>占上一级的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="112"/>
        <source>{share} of all tensors</source>
        <translation>占全部张量的 {share}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="123"/>
        <source>(whole file)</source>
        <translation>（整个文件）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="140"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/cells.py" line="147"/>
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
    <name>DetailPane</name>
    <message>
        <location filename="../../inspector/gui/detail/detail_pane.py" line="32"/>
        <source>Pages about the selection</source>
        <translation>所选内容的页面</translation>
    </message>
</context>
<context>
    <name>DistributionPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="31"/>
        <source>Distribution of the values</source>
        <translation>值的分布</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="36"/>
        <source>log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="39"/>
        <source>Bins</source>
        <translation>分箱数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="55"/>
        <source>Copy statistics</source>
        <translation>复制统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="94"/>
        <source>sample of {n} values</source>
        <translation>{n} 个值的抽样</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="99"/>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="101"/>
        <source>no finite value to draw</source>
        <translation>没有可绘制的有限值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="103"/>
        <source>{nan} NaN and {inf} Inf are not drawn</source>
        <translation>{nan} 个 NaN 和 {inf} 个 Inf 未绘制</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/distribution_page.py" line="107"/>
        <source>all values are equal</source>
        <translation>所有值都相等</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <location filename="../../inspector/gui/document_tabs.py" line="46"/>
        <location filename="../../inspector/gui/document_tabs.py" line="47"/>
        <source>Open files</source>
        <translation>已打开的文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document_tabs.py" line="121"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="128"/>
        <source>Opening was stopped.</source>
        <translation>已停止打开。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="197"/>
        <source>{name} was deleted or moved.</source>
        <translation>{name} 已被删除或移走。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="199"/>
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
        <location filename="../../inspector/gui/edits/document_edits.py" line="111"/>
        <source>“{edit}” stays, because a later edit needs it. {why}</source>
        <translation>“{edit}”予以保留，因为后面的编辑需要它。{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="24"/>
        <source>Strip “{a}”</source>
        <translation>去除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="25"/>
        <source>Add “{a}”</source>
        <translation>添加“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="26"/>
        <source>Rename “{a}” to “{b}”</source>
        <translation>将“{a}”重命名为“{b}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="27"/>
        <location filename="../../inspector/gui/edits/words.py" line="45"/>
        <source>Drop “{a}”</source>
        <translation>删除“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="28"/>
        <source>Keep Only “{a}”</source>
        <translation>仅保留“{a}”</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="29"/>
        <source>Map {a} to {b}</source>
        <translation>将 {a} 映射到 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="30"/>
        <source>Cast to {a}</source>
        <translation>转换为 {a}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="31"/>
        <source>Set {a} to {b}</source>
        <translation>将 {a} 设为 {b}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="32"/>
        <source>Compact Storages</source>
        <translation>压缩存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="33"/>
        <source>Untie “{a}”</source>
        <translation>解除“{a}”的共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="34"/>
        <source>Tie {b} to {a}</source>
        <translation>使 {b} 与 {a} 共享</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="35"/>
        <source>Make Loadable with weights_only</source>
        <translation>使其可用 weights_only 加载</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="36"/>
        <source>Write Calls of torch 0.4 – 1.4</source>
        <translation>改写为 torch 0.4 – 1.4 支持的调用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="46"/>
        <source>Drop {n}</source>
        <translation>删除 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="62"/>
        <source>1 change</source>
        <translation>1 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="62"/>
        <source>{n} changes</source>
        <translation>{n} 处更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/edits/words.py" line="74"/>
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
        <location filename="../../inspector/gui/document/state_pages.py" line="94"/>
        <source>Inspector made a mistake while opening {name}.</source>
        <translation>打开 {name} 时 Inspector 自身出错。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="95"/>
        <source>The details below help to mend it. The file itself was not changed.</source>
        <translation>下面的详细信息有助于修复此问题。文件本身没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="130"/>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="131"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="145"/>
        <location filename="../../inspector/gui/document/state_pages.py" line="148"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/document_view.py" line="277"/>
        <source>Inspector made a mistake; nothing was changed.</source>
        <translation>Inspector 自身出错；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
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
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="36"/>
        <source>Save tensor as .npy…</source>
        <translation>将张量存为 .npy…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="47"/>
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
        <location filename="../../inspector/gui/document/filter_bar.py" line="64"/>
        <source>{hits} of {searched}</source>
        <translation>{hits} / {searched}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="72"/>
        <source>Not a regex: {why}</source>
        <translation>不是正则表达式：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="73"/>
        <source>This regex takes too long</source>
        <translation>此正则表达式耗时过长</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="74"/>
        <source>A shape is written 64x3 or 64x*x3</source>
        <translation>形状写作 64x3 或 64x*x3</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="75"/>
        <source>A size is written &gt;1MB or &lt;=512KiB</source>
        <translation>大小写作 &gt;1MB 或 &lt;=512KiB</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="76"/>
        <source>A number of parameters is written &gt;1M</source>
        <translation>参数量写作 &gt;1M</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="95"/>
        <location filename="../../inspector/gui/document/filter_bar.py" line="96"/>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="98"/>
        <source>All of these, separated by spaces:</source>
        <translation>须同时满足，以空格分隔：</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="99"/>
        <source>words in the full name</source>
        <translation>完整名称中的词</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="100"/>
        <source>a glob with * and ?, up to the end of the name</source>
        <translation>含 * 和 ? 的 glob，匹配到名称末尾</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="101"/>
        <source>a regex</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="102"/>
        <source>one of these dtypes</source>
        <translation>这些 dtype 之一</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="103"/>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="104"/>
        <source>how a shape begins; = all of it</source>
        <translation>形状的开头；= 表示完整形状</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="105"/>
        <source>a size, a number of parameters</source>
        <translation>大小、参数量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="106"/>
        <source>Esc clears, Down leaves.</source>
        <translation>Esc 清除，↓ 进入结果。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/filter_bar.py" line="111"/>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="34"/>
        <location filename="../../inspector/gui/detail/health_facts.py" line="167"/>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="35"/>
        <location filename="../../inspector/gui/detail/health_facts.py" line="168"/>
        <source>Inf</source>
        <translation>Inf</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="36"/>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="37"/>
        <source>all zero</source>
        <translation>全为零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="38"/>
        <source>dead rows</source>
        <translation>含全零行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="39"/>
        <source>constant</source>
        <translation>常量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="40"/>
        <source>no numbers</source>
        <translation>无数值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="73"/>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="126"/>
        <source>nothing unusual found</source>
        <translation>未发现异常</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="157"/>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="165"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="169"/>
        <source>Zeros</source>
        <translation>零的个数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="170"/>
        <source>Min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="171"/>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="172"/>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_facts.py" line="173"/>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="41"/>
        <location filename="../../inspector/gui/detail/health_page.py" line="99"/>
        <source>Health of the values</source>
        <translation>数值健康检查</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="53"/>
        <source>Checked tensors</source>
        <translation>已检查的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="100"/>
        <source>Check All Tensors</source>
        <translation>检查全部张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="101"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="102"/>
        <source>Problems only</source>
        <translation>仅显示有问题的</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="126"/>
        <source>{tensors} checked: {summary}.</source>
        <translation>已检查 {tensors}：{summary}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="136"/>
        <source>Stopped: {n} of {all} were checked. {summary}.</source>
        <translation>已停止：检查了 {n} / {all}。{summary}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="174"/>
        <source>This file holds no tensors to check.</source>
        <translation>此文件没有可检查的张量。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="176"/>
        <source>Reads every value once ({tensors}, {size}) and looks for NaN, Inf, tensors that are all zero or constant, and rows of zeros. What it finds is marked in the tree.</source>
        <translation>将所有值读取一遍（{tensors}，{size}），查找 NaN、Inf、全零或恒定的张量以及全零行。发现的问题会在树中标出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="195"/>
        <source>Export the Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/health_page.py" line="217"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>HeatPage</name>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="26"/>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="27"/>
        <source>Heat map of the tensor</source>
        <translation>张量的热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="33"/>
        <source>Each block shows</source>
        <translation>每块显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="34"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="35"/>
        <source>max |x|</source>
        <translation>max |x|</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="85"/>
        <source>mean of blocks of {rows} × {columns}</source>
        <translation>每 {rows} × {columns} 块的均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/heat_page.py" line="87"/>
        <source>max |x| of blocks of {rows} × {columns}</source>
        <translation>每 {rows} × {columns} 块的 max |x|</translation>
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
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="26"/>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="27"/>
        <source>Kernels of the tensor</source>
        <translation>张量的卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="30"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="36"/>
        <source>from</source>
        <translation>起始</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/kernels_page.py" line="85"/>
        <source>{first} to {last} of {all} kernels of {size}</source>
        <translation>第 {first} 至 {last} 个，共 {all} 个 {size} 卷积核</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="98"/>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="148"/>
        <source>(the module itself)</source>
        <translation>（模块自身）</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="157"/>
        <source>Class or operator</source>
        <translation>类或算子</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="160"/>
        <source>Nodes</source>
        <translation>节点数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="163"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="165"/>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="170"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_facts.py" line="172"/>
        <source>Elements</source>
        <translation>元素数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="25"/>
        <location filename="../../inspector/gui/detail/layers_page.py" line="30"/>
        <location filename="../../inspector/gui/detail/layers_page.py" line="43"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="51"/>
        <source>This file does not say what layers it is made of.</source>
        <translation>此文件没有说明它由哪些层组成。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="54"/>
        <source>{n} nodes of {kinds} operators</source>
        <translation>{n} 个节点，{kinds} 种算子</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="57"/>
        <source>{n} layers with {parameters}, as the pickled modules say.</source>
        <translation>{n} 层，{parameters}，依据序列化的 module。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/layers_page.py" line="59"/>
        <source>{n} layers with {parameters}, told by shared names.</source>
        <translation>{n} 层，{parameters}，由共同的名称推断。</translation>
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
    <name>MainWindow</name>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="190"/>
        <source>Also At</source>
        <translation>同时位于</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/main_window.py" line="262"/>
        <source>This tree is too large to unfold at once; its first levels are.</source>
        <translation>内容太多，无法一次全部展开；已展开前几层。</translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="39"/>
        <source>Metadata as a tree</source>
        <translation>元数据树</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="108"/>
        <source>Everything that is no tensor</source>
        <translation>张量以外的全部内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="115"/>
        <source>Metadata as a table</source>
        <translation>元数据表</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="157"/>
        <source>As Table</source>
        <translation>表格形式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="158"/>
        <source>Full names in one sortable table</source>
        <translation>以一张可排序的表显示完整名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="160"/>
        <source>This file holds nothing but tensors: no settings, no counters.</source>
        <translation>此文件只有张量：没有设置，也没有计数。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="195"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="111"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="196"/>
        <location filename="../../inspector/gui/itemmodels/metadata_item_model.py" line="112"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/metadata_page.py" line="198"/>
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
        <location filename="../../inspector/gui/document/state_pages.py" line="60"/>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="67"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="70"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/state_pages.py" line="84"/>
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
        <location filename="../../inspector/gui/detail/pages.py" line="89"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="97"/>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="104"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="111"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="118"/>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="125"/>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="132"/>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="139"/>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="146"/>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="154"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="162"/>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/pages.py" line="170"/>
        <source>Source</source>
        <translation>源代码</translation>
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
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="75"/>
        <source>Copy data as CSV</source>
        <translation>将数据复制为 CSV</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="76"/>
        <source>Save data as .csv…</source>
        <translation>将数据存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="77"/>
        <source>Save image…</source>
        <translation>保存图像…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/plot_page.py" line="81"/>
        <source>Copied.</source>
        <translation>已复制。</translation>
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
    <name>SaveDialog</name>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="55"/>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="151"/>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="73"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="74"/>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="81"/>
        <source>&amp;Leave these out</source>
        <translation>舍弃这些内容(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="82"/>
        <source>&amp;Replace the file that is there</source>
        <translation>替换已有的文件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="83"/>
        <source>&amp;Verify: read back every tensor</source>
        <translation>校验：回读每个张量(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="84"/>
        <source>&amp;Open the saved file in this tab</source>
        <translation>在此标签页中打开保存的文件(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="92"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="191"/>
        <source>About {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="193"/>
        <source>{free} free in {folder}</source>
        <translation>{folder} 可用空间 {free}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="209"/>
        <source>{format} cannot hold: {losses}.</source>
        <translation>{format} 无法保存：{losses}。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="214"/>
        <source>{name} exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="215"/>
        <source>It stays whole until the new file is complete.</source>
        <translation>新文件写完之前，原文件保持完整。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="217"/>
        <source>{name} is the file that is open here.</source>
        <translation>{name} 正是此处打开的文件。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="221"/>
        <source>There is not enough room on this disk.</source>
        <translation>此磁盘空间不足。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="284"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="284"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="306"/>
        <source>Inspector made a mistake; nothing was written. The file that was there is untouched.</source>
        <translation>Inspector 自身出错；未写入任何内容。原有文件没有改动。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_dialog.py" line="317"/>
        <source>Saving was stopped; nothing was written.</source>
        <translation>已停止保存；未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>SaveOptions</name>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="30"/>
        <source>torch 1.5 and later</source>
        <translation>torch 1.5 及更高版本</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="31"/>
        <source>every torch since 0.4</source>
        <translation>0.4 以来的所有 torch</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="34"/>
        <source>tensors only; read by Hugging Face and others</source>
        <translation>仅张量；Hugging Face 等可读取</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="36"/>
        <source>the graph with its edited values</source>
        <translation>带有已编辑值的计算图</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="40"/>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="41"/>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="42"/>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="71"/>
        <source>For torch 0.4 – 1.4: convert what it does not have</source>
        <translation>用于 torch 0.4 – 1.4：转换其不具备的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="82"/>
        <source>Split into shards of at most</source>
        <translation>拆分为分片，每片不超过</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="88"/>
        <source>Size of a shard</source>
        <translation>分片大小</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="136"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/dialogs/save_options.py" line="157"/>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../inspector/gui/edits/saving.py" line="64"/>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
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
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="41"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="42"/>
        <source>zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="43"/>
        <source>distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="43"/>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="97"/>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="120"/>
        <source>Copy statistics</source>
        <translation>复制统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="140"/>
        <source>of the absolute values</source>
        <translation>绝对值的统计</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/stat_strip.py" line="141"/>
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
        <source>tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/theme.py" line="136"/>
        <source>values</source>
        <translation>值</translation>
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
        <location filename="../../inspector/gui/detail/summary.py" line="33"/>
        <source>No tensors</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="41"/>
        <source>saved on {devices}</source>
        <translation>保存自 {devices}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="49"/>
        <source>{n} with tied tensors counted each time</source>
        <translation>重复计入共享张量时为 {n}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="52"/>
        <source>{n} trainable</source>
        <translation>{n} 个可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="77"/>
        <source>version {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="80"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="81"/>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="82"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="86"/>
        <source>Trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="89"/>
        <source>Elements by dtype</source>
        <translation>各 dtype 元素数</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/anatomy_facts.py" line="64"/>
        <location filename="../../inspector/gui/detail/summary.py" line="119"/>
        <source>The whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="164"/>
        <source>module</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="173"/>
        <source>prefix {p}</source>
        <translation>前缀 {p}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="181"/>
        <source>optimizer {kind}</source>
        <translation>优化器 {kind}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary.py" line="186"/>
        <source>{size} of state</source>
        <translation>状态 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="58"/>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="59"/>
        <source>probably {name}: {why}</source>
        <translation>可能是 {name}：{why}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="70"/>
        <source>it has the keys {keys}</source>
        <translation>含有键 {keys}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="72"/>
        <source>it has the key {keys}</source>
        <translation>含有键 {keys}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="77"/>
        <source>its pickle names {name}</source>
        <translation>其 pickle 引用了 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="87"/>
        <source>a tensor is named {name}</source>
        <translation>有张量名为 {name}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="110"/>
        <source>{tensors} on {n} shared storages</source>
        <translation>{tensors}，位于 {n} 个共享存储</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="114"/>
        <source>{size} not stored twice</source>
        <translation>未重复存储 {size}</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="116"/>
        <source>Tied tensors</source>
        <translation>共享权重的张量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="121"/>
        <source>Wasted bytes</source>
        <translation>浪费的字节</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/origin_facts.py" line="122"/>
        <source>{size} of the storages are reached by no tensor</source>
        <translation>存储中有 {size} 不被任何张量使用</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="39"/>
        <source>About the file</source>
        <translation>文件概要</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="44"/>
        <location filename="../../inspector/gui/detail/summary_page.py" line="53"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="63"/>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="54"/>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="71"/>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="103"/>
        <source>Nothing in the file was executed.</source>
        <translation>未执行文件中的任何代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="119"/>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/summary_page.py" line="133"/>
        <source>Globals in its pickles</source>
        <translation>pickle 引用的 global</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="221"/>
        <source>Show in Tree</source>
        <translation>在树中显示</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/table_pane.py" line="222"/>
        <source>Return or double-click does the same.</source>
        <translation>按 Enter 或双击效果相同。</translation>
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
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="118"/>
        <source>Changed by an edit</source>
        <translation>已被编辑更改</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="120"/>
        <source>Holds what was changed by an edit</source>
        <translation>包含被编辑更改的内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="131"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="132"/>
        <source>Shape / value</source>
        <translation>形状 / 值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="133"/>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="134"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="135"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/itemmodels/tree_item_model.py" line="136"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <location filename="../../inspector/gui/document/tree_pane.py" line="174"/>
        <source>Too many groups to select row by row. Select the groups: they sum the same.</source>
        <translation>跨越的组太多，无法逐行选择。请直接选择组，合计相同。</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <location filename="../../inspector/gui/document/tree_view.py" line="73"/>
        <source>Contents of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/document/tree_view.py" line="226"/>
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
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="38"/>
        <source>Values of the tensor</source>
        <translation>张量的值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="40"/>
        <source>Save slice as .csv…</source>
        <translation>将切片存为 .csv…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="43"/>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="48"/>
        <source>Go to index</source>
        <translation>转到索引</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="50"/>
        <source>Rows from</source>
        <translation>起始行</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="51"/>
        <source>Columns from</source>
        <translation>起始列</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="154"/>
        <source>There is no such index in this tensor.</source>
        <translation>此张量中没有这个索引。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="165"/>
        <source>At most {n} cells can be copied; export the rest.</source>
        <translation>最多可复制 {n} 个单元格；其余请导出。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/detail/tensor/values_page.py" line="177"/>
        <source>Copied {n}.</source>
        <translation>已复制 {n}。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="88"/>
        <source>See what is in a model file. Opening one never runs its code.</source>
        <translation>查看模型文件里有什么。打开文件绝不会运行其中的代码。</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="90"/>
        <source>Open a checkpoint…</source>
        <translation>打开 checkpoint…</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="92"/>
        <source>or drop files here: .pt .pth .ckpt .bin .tar .safetensors .onnx</source>
        <translation>或将文件拖放到这里：.pt .pth .ckpt .bin .tar .safetensors .onnx</translation>
    </message>
    <message>
        <location filename="../../inspector/gui/welcome.py" line="94"/>
        <source>Recent files</source>
        <translation>最近的文件</translation>
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
</TS>
