<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Inspector</source>
        <translation>关于 Inspector</translation>
    </message>
    <message>
        <source>Open, understand and compare model checkpoints. Nothing in a file is executed when it is opened.</source>
        <translation>打开、理解并比较模型 checkpoint。打开文件时不会执行其中的任何代码。</translation>
    </message>
    <message>
        <source>Icons: Lucide (ISC licence)</source>
        <translation>图标：Lucide（ISC 许可证）</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close &amp;All</source>
        <translation>全部关闭(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy Key</source>
        <translation>复制键(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Copy as &amp;Table</source>
        <translation>复制为表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About This File</source>
        <translation>文件概要(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Expand All</source>
        <translation>全部展开(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Collapse All</source>
        <translation>全部折叠(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next Tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>上一个标签页(&amp;V)</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>下一个窗格(&amp;P)</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>跟随系统(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About Inspector</source>
        <translation>关于 Inspector(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>↻ contains itself</source>
        <translation>↻ 包含自身</translation>
    </message>
    <message>
        <source>Shares its storage with another tensor.</source>
        <translation>与另一个张量共享存储。</translation>
    </message>
    <message>
        <source>{share} of the row above</source>
        <translation>占上一级的 {share}</translation>
    </message>
    <message>
        <source>{share} of all tensors</source>
        <translation>占全部张量的 {share}</translation>
    </message>
    <message>
        <source>(whole file)</source>
        <translation>（整个文件）</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>an integer of {n} bits</source>
        <translation>{n} 位整数</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 tensor</source>
        <translation>1 个张量</translation>
    </message>
    <message>
        <source>{n} tensors</source>
        <translation>{n} 个张量</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 项</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <source>1 param_group</source>
        <translation>1 个 param_group</translation>
    </message>
    <message>
        <source>{n} param_groups</source>
        <translation>{n} 个 param_group</translation>
    </message>
    <message>
        <source>1 element</source>
        <translation>1 个元素</translation>
    </message>
    <message>
        <source>{n} elements</source>
        <translation>{n} 个元素</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} 个字符</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>还有 1 项</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>还有 {n} 项</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Pages about the selection</source>
        <translation>所选内容的页面</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Open files</source>
        <translation>已打开的文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Opening was stopped.</source>
        <translation>已停止打开。</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Inspector made a mistake while opening {name}.</source>
        <translation>打开 {name} 时 Inspector 自身出错。</translation>
    </message>
    <message>
        <source>The details below help to mend it. The file itself was not changed.</source>
        <translation>下面的详细信息有助于修复此问题。文件本身没有改动。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>not contiguous</source>
        <translation>不连续</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待应用</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Storage size</source>
        <translation>存储大小</translation>
    </message>
    <message>
        <source>Offset in file</source>
        <translation>文件内偏移</translation>
    </message>
    <message>
        <source>Byte order</source>
        <translation>字节序</translation>
    </message>
    <message>
        <source>big-endian</source>
        <translation>大端</translation>
    </message>
    <message>
        <source>Tied with</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>Beside, same storage</source>
        <translation>同一存储，不重叠</translation>
    </message>
    <message>
        <source>Overlaps with</source>
        <translation>与其重叠</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>项数</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>{hits} of {searched}</source>
        <translation>{hits} / {searched}</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Words that must all occur in the full name. Esc clears, Down leaves.</source>
        <translation>完整名称须包含每个词。Esc 清除，↓ 进入结果。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This tree is too large to unfold at once; its first levels are.</source>
        <translation>内容太多，无法一次全部展开；已展开前几层。</translation>
    </message>
</context>
<context>
    <name>NodePage</name>
    <message>
        <source>About the selected row</source>
        <translation>所选行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open Checkpoints</source>
        <translation>打开 checkpoint</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoint 文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Open a Sharded Checkpoint</source>
        <translation>打开分片 checkpoint</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Forget These Files</source>
        <translation>清空此列表</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Nothing dangerous</source>
        <translation>未发现危险</translation>
    </message>
    <message>
        <source>Unknown globals</source>
        <translation>含未知 global</translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Not readable to its end</source>
        <translation>无法完整读取</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>已选 {n} 行</translation>
    </message>
    <message>
        <source>Something in Inspector itself went wrong.</source>
        <translation>Inspector 自身出现了错误。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>No tensors</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <source>saved on {devices}</source>
        <translation>保存自 {devices}</translation>
    </message>
    <message>
        <source>{n} with tied tensors counted each time</source>
        <translation>重复计入共享张量时为 {n}</translation>
    </message>
    <message>
        <source>{n} trainable</source>
        <translation>{n} 个可训练</translation>
    </message>
    <message>
        <source>version {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>Elements by dtype</source>
        <translation>各 dtype 元素数</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>prefix {p}</source>
        <translation>前缀 {p}</translation>
    </message>
    <message>
        <source>optimizer {kind}</source>
        <translation>优化器 {kind}</translation>
    </message>
    <message>
        <source>{size} of state</source>
        <translation>状态 {size}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>About the file</source>
        <translation>文件概要</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Nothing in the file was executed.</source>
        <translation>未执行文件中的任何代码。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Globals in its pickles</source>
        <translation>pickle 引用的 global</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>Show in Tree</source>
        <translation>在树中显示</translation>
    </message>
    <message>
        <source>Return or double-click does the same.</source>
        <translation>按 Enter 或双击效果相同。</translation>
    </message>
</context>
<context>
    <name>TreeItemModel</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Shape / value</source>
        <translation>形状 / 值</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>Too many groups to select row by row. Select the groups: they sum the same.</source>
        <translation>跨越的组太多，无法逐行选择。请直接选择组，合计相同。</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Contents of the file</source>
        <translation>文件内容</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>See what is in a model file. Opening one never runs its code.</source>
        <translation>查看模型文件里有什么。打开文件绝不会运行其中的代码。</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>打开 checkpoint…</translation>
    </message>
    <message>
        <source>or drop files here: .pt .pth .ckpt .bin .tar .safetensors .onnx</source>
        <translation>或将文件拖放到这里：.pt .pth .ckpt .bin .tar .safetensors .onnx</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
</context>
</TS>
