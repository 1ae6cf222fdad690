"""Which globals are known to be inert, and which can act. Exact names; no prefixes for "safe".

Prefix lists are how scanners are passed by: `torch` holds `torch.os.system`, `numpy` holds
`ndarray.tofile`. So a name is safe only if it stands here whole. Everything of the standard
library that is not here is dangerous: it has a function for everything.
"""

from __future__ import annotations

import sys

# Below, "module: names". Constructors only; none of them calls back, opens or imports.
_SAFE = """
builtins: bool bytearray bytes complex dict float frozenset int list object range set slice str
builtins: tuple Ellipsis NotImplemented NoneType
_codecs: encode
array: array _array_reconstructor
collections: OrderedDict Counter deque defaultdict ChainMap
copyreg: _reconstructor __newobj__ __newobj_ex__
datetime: date datetime time timedelta timezone tzinfo
decimal: Decimal
fractions: Fraction
argparse: Namespace
types: SimpleNamespace
uuid: UUID
ipaddress: IPv4Address IPv6Address
zoneinfo: ZoneInfo
pathlib: Path PosixPath WindowsPath PurePath PurePosixPath PureWindowsPath
pathlib._local: Path PosixPath WindowsPath PurePath PurePosixPath PureWindowsPath
numpy: ndarray dtype bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32
numpy: float64 longdouble complex64 complex128 str_ bytes_ void datetime64 timedelta64 matrix
numpy: recarray record
numpy._core.multiarray: _reconstruct scalar
numpy._core.numeric: _frombuffer
numpy.dtypes: BoolDType Int8DType Int16DType Int32DType Int64DType UInt8DType UInt16DType
numpy.dtypes: UInt32DType UInt64DType Float16DType Float32DType Float64DType Complex64DType
numpy.dtypes: Complex128DType StrDType BytesDType ObjectDType
numpy.ma: MaskedArray
numpy.random._pickle: __randomstate_ctor __generator_ctor __bit_generator_ctor
numpy.random._mt19937: MT19937
numpy.random._pcg64: PCG64
torch: Size Tensor device Generator dtype layout memory_format
torch: float32 float float64 double float16 half bfloat16 complex32 chalf complex64 cfloat
torch: complex128 cdouble uint8 uint16 uint32 uint64 int8 int16 short int32 int int64 long bool
torch: quint8 qint8 qint32 quint4x2 quint2x4 bits1x8 bits2x4 bits4x2 bits8 bits16 bit
torch: float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz float8_e8m0fnu float4_e2m1fn_x2
torch: int1 int2 int3 int4 int5 int6 int7 uint1 uint2 uint3 uint4 uint5 uint6 uint7
torch: per_tensor_affine per_tensor_symmetric per_channel_affine per_channel_symmetric
torch: per_channel_affine_float_qparams strided sparse_coo sparse_csr sparse_csc sparse_bsr
torch: sparse_bsc jagged _mkldnn contiguous_format channels_last channels_last_3d preserve_format
torch: DoubleStorage FloatStorage HalfStorage BFloat16Storage LongStorage IntStorage ShortStorage
torch: CharStorage ByteStorage BoolStorage ComplexDoubleStorage ComplexFloatStorage QInt8Storage
torch: QUInt8Storage QInt32Storage QUInt4x2Storage QUInt2x4Storage
torch: DoubleTensor FloatTensor HalfTensor BFloat16Tensor LongTensor IntTensor ShortTensor
torch: CharTensor ByteTensor BoolTensor
torch.cuda: DoubleStorage FloatStorage HalfStorage BFloat16Storage LongStorage IntStorage
torch.cuda: ShortStorage CharStorage ByteStorage BoolStorage
torch.cuda: DoubleTensor FloatTensor HalfTensor BFloat16Tensor LongTensor IntTensor ShortTensor
torch.cuda: CharTensor ByteTensor BoolTensor
torch.storage: UntypedStorage TypedStorage _UntypedStorage _TypedStorage
torch.serialization: _get_layout
torch.nn.parameter: Parameter Buffer UninitializedParameter UninitializedBuffer
torch.autograd.variable: Variable
torch.torch_version: TorchVersion
torch._tensor: _rebuild_from_type_v2 _rebuild_from_type
torch._utils: _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_parameter
torch._utils: _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor
torch._utils: _rebuild_sparse_csr_tensor _rebuild_meta_tensor_no_storage _rebuild_nested_tensor
torch._utils: _rebuild_wrapper_subclass _rebuild_device_tensor_from_cpu_tensor
torch._utils: _rebuild_device_tensor_from_numpy _rebuild_xla_tensor
torch.nested._internal.nested_tensor: _rebuild_njt NestedTensor
torch._dynamo.decorators: _DimRange
torch.jit._pickle: build_intlist build_tensorlist build_doublelist build_boollist
torch.jit._pickle: build_tensor_from_id restore_type_tag
torch.distributed.checkpoint.metadata: Metadata TensorStorageMetadata BytesStorageMetadata
torch.distributed.checkpoint.metadata: TensorProperties ChunkStorageMetadata MetadataIndex
torch.distributed.checkpoint.metadata: StorageMeta _MEM_FORMAT_ENCODING
torch.distributed.checkpoint.filesystem: _StorageInfo
torch.distributed.tensor: DTensor
torch.distributed.tensor._dtensor_spec: DTensorSpec TensorMeta
torch.distributed.tensor.placement_types: Shard Replicate Partial DTensorSpec TensorMeta
torch.distributed.device_mesh: DeviceMesh
torch.nn.modules.module: Module
torch.nn.modules.activation: CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU
torch.nn.modules.activation: LogSigmoid LogSoftmax Mish MultiheadAttention PReLU RReLU ReLU ReLU6
torch.nn.modules.activation: SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink
torch.nn.modules.activation: Softsign Tanh Tanhshrink Threshold
torch.nn.modules.adaptive: AdaptiveLogSoftmaxWithLoss
torch.nn.modules.batchnorm: BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm LazyBatchNorm1d
torch.nn.modules.batchnorm: LazyBatchNorm2d LazyBatchNorm3d
torch.nn.modules.channelshuffle: ChannelShuffle
torch.nn.modules.container: Container ModuleDict ModuleList ParameterDict ParameterList Sequential
torch.nn.modules.conv: Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d
torch.nn.modules.conv: LazyConv1d LazyConv2d LazyConv3d
torch.nn.modules.distance: CosineSimilarity PairwiseDistance
torch.nn.modules.dropout: AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout
torch.nn.modules.flatten: Flatten Unflatten
torch.nn.modules.fold: Fold Unfold
torch.nn.modules.instancenorm: InstanceNorm1d InstanceNorm2d InstanceNorm3d
torch.nn.modules.linear: Bilinear Identity LazyLinear Linear NonDynamicallyQuantizableLinear
torch.nn.modules.loss: BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss
torch.nn.modules.loss: GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss MSELoss
torch.nn.modules.loss: MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss
torch.nn.modules.loss: MultiMarginLoss NLLLoss PoissonNLLLoss SmoothL1Loss SoftMarginLoss
torch.nn.modules.loss: TripletMarginLoss
torch.nn.modules.normalization: CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm
torch.nn.modules.padding: CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d
torch.nn.modules.padding: ConstantPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d
torch.nn.modules.padding: ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d
torch.nn.modules.padding: ZeroPad3d
torch.nn.modules.pixelshuffle: PixelShuffle PixelUnshuffle
torch.nn.modules.pooling: AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d
torch.nn.modules.pooling: AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d
torch.nn.modules.pooling: FractionalMaxPool2d LPPool1d LPPool2d MaxPool1d MaxPool2d MaxPool3d
torch.nn.modules.pooling: MaxUnpool1d MaxUnpool2d MaxUnpool3d
torch.nn.modules.rnn: GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase
torch.nn.modules.sparse: Embedding EmbeddingBag
torch.nn.modules.transformer: Transformer TransformerDecoder TransformerDecoderLayer
torch.nn.modules.transformer: TransformerEncoder TransformerEncoderLayer
torch.nn.modules.upsampling: Upsample UpsamplingBilinear2d UpsamplingNearest2d
torch.nn.parallel.data_parallel: DataParallel
torch.optim.adadelta: Adadelta
torch.optim.adagrad: Adagrad
torch.optim.adam: Adam
torch.optim.adamax: Adamax
torch.optim.adamw: AdamW
torch.optim.asgd: ASGD
torch.optim.lbfgs: LBFGS
torch.optim.nadam: NAdam
torch.optim.radam: RAdam
torch.optim.rmsprop: RMSprop
torch.optim.rprop: Rprop
torch.optim.sgd: SGD
torch.optim.sparse_adam: SparseAdam
"""

# Third-party roots and torch's own corners that execute, load or fetch by design.
DANGEROUS_PREFIXES = (
    "pip.",
    "setuptools.",
    "pkg_resources.",
    "distutils.",
    "requests.",
    "urllib3.",
    "httpx.",
    "aiohttp.",
    "paramiko.",
    "pexpect.",
    "psutil.",
    "IPython.",
    "ipykernel.",
    "numpy.testing",
    "numpy.f2py",
    "numpy.distutils",
    "numpy.load",
    "numpy.save",
    "numpy.fromfile",
    "numpy.memmap",
    "numpy.lib.",
    "numpy.ndarray.",
    "numpy.ctypeslib",
    "torch.load",
    "torch.save",
    "torch.hub.",
    "torch.jit.load",
    "torch.jit.unsupported_tensor_ops",
    "torch.jit._script",
    "torch.package.",
    "torch.utils.",
    "torch.serialization.",
    "torch.compile",
    "torch.ops.",
    "torch.classes.",
    "torch.export.",
    "torch.fx.experimental",
    "torch._dynamo.",
    "torch._inductor.",
    "torch._C.",
    "torch._ops.",
    "torch._export",
    "torch.multiprocessing.",
    "torch.distributed.rpc",
    "torch.distributed.elastic",
    "torch.distributed.run",
    "torch.distributed.launch",
    "torch.testing.",
    "torch.storage.UntypedStorage.",
    "torch.UntypedStorage.from_file",
    "torch.from_file",
    "torch.os",
    "torch.sys",
    "torch._sources",
    "torch.library",
    "torch.onnx.",
    "onnxruntime.",
    "tensorflow.",
    "joblib.load",
    "pandas.eval",
    "pandas.read_",
    "pandas.io.",
    "sympy.",
    "jsonpickle.",
    "yaml.",
)

# In a dangerous module, yet not able to act by themselves: unknown, not dangerous.
_NEUTRAL = {
    "torch.jit._script.unpackage_script_module",
    "enum.Enum",
    "enum.IntEnum",
    "enum.EnumMeta",
    "enum.EnumType",
    "enum.Flag",
    "enum.IntFlag",
    "enum.StrEnum",
    "enum.auto",
    "abc.ABCMeta",
    "abc.ABC",
    "typing.Any",
    "typing.Union",
    "typing.Optional",
    "typing.Generic",
    "typing.List",
    "typing.Dict",
    "typing.Tuple",
    "typing.TypeVar",
    "typing._GenericAlias",
    "typing.NamedTuple",
    "dataclasses._MISSING_TYPE",
    "dataclasses.Field",
    "inspect._empty",
    "collections.UserDict",
    "collections.UserList",
    "collections.abc.Mapping",
    "collections.abc.Sequence",
    "random.Random",
    "re._compile",
    "re.compile",
    "math.exp",
    "math.log",
    "math.sqrt",
    "math.tanh",
    "math.inf",
    "builtins.type",
    "builtins.NoneType",
    "builtins.max",
    "builtins.min",
    "builtins.abs",
    "builtins.sum",
    "builtins.len",
    "builtins.Exception",
    "builtins.ValueError",
    "builtins.KeyError",
    "builtins.property",
    "builtins.staticmethod",
    "builtins.classmethod",
    "types.NoneType",
    "types.MappingProxyType",
    "types.GenericAlias",
    "types.CellType",
    "threading.Lock",
    "_thread.allocate_lock",
    "time.struct_time",
    "__future__.annotations",
}


def _parse(table: str) -> frozenset[str]:
    names: set[str] = set()
    for line in table.strip().splitlines():
        module, _, rest = line.partition(":")
        names.update(f"{module}.{name}" for name in rest.split())
    return frozenset(names)


SAFE = _parse(_SAFE)
NEUTRAL = frozenset(_NEUTRAL)
# What dill writes for every function it pickles; beside its own names they say nothing new.
DILL_IDIOM = frozenset(["builtins.getattr", "builtins.setattr", "builtins.__main__"])
# Modules that run code and are gone from, or were never listed in, this Python's standard library.
EXTRA_STDLIB = frozenset(
    "nt posix commands popen2 distutils imp asynchat asyncore smtpd test _testcapi "
    "_xxsubinterpreters _interpreters pyrepl _pyrepl pipes lib2to3 idlelib turtledemo nntplib "
    "telnetlib cgi crypt msilib uu".split()
)
STDLIB = frozenset(sys.stdlib_module_names) | EXTRA_STDLIB
