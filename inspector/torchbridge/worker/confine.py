"""What the operating system will refuse this process, whatever runs in it.

Two strengths. "open" is for a person's own code: no network, limits on memory and time. "closed" is
for code out of a file: besides, it writes no file, starts no process and opens no socket at all.
Each wall stands where the kernel has it (Linux 5.13 for Landlock, 3.17 for seccomp) and is left
out silently where not; the limits of `resource` are POSIX.

Sources: prctl(2), seccomp(2), landlock(7), include/uapi/linux/{filter,seccomp,landlock}.h.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

# (AUDIT_ARCH, numbers of the system calls that are refused), by machine.
_ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SOCKET = {"x86_64": 41, "aarch64": 198}
_CLONE = {"x86_64": 56, "aarch64": 220}
_STARTS = {  # fork, vfork, execve, execveat, ptrace, process_vm_writev
    "x86_64": (57, 58, 59, 322, 101, 311),
    "aarch64": (221, 281, 117, 271),
}
_CLONE3, _IO_URING_SETUP = 435, 425  # the same everywhere
_AF_UNIX = 1
_CLONE_THREAD = 0x10000
_LD, _JEQ, _JGE, _JSET, _RET = 0x20, 0x15, 0x35, 0x45, 0x06
_NR, _ARCH, _ARG0 = 0, 4, 16  # offsets in struct seccomp_data
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 1, 22, 36, 38
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_SIGKILL = 9


def limit(memory_bytes: int, seconds: float, is_closed: bool) -> None:
    """Lower this process's limits for good.

    Args:
        memory_bytes: Address space beyond what torch itself maps.
        seconds: Processor time, as a backstop behind the parent's clock.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = [
        (resource.RLIMIT_CPU, int(seconds * (os.cpu_count() or 1)) + 30),
        (resource.RLIMIT_CORE, 0),
    ]
    if sys.platform.startswith("linux"):  # macOS takes the number and ignores it
        wanted.append((resource.RLIMIT_AS, memory_bytes + (16 << 30)))
    if is_closed:
        wanted.append((resource.RLIMIT_FSIZE, 256 << 20))
    for what, value in wanted:
        _, hard = resource.getrlimit(what)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (value, value))


def confine(parent: int, is_closed: bool) -> None:
    """Put up the walls. Call before the first thread starts: they hold for what comes after.

    Args:
        parent: The process id of whoever started us; where it is gone already, so are we.
    """
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_SUBREAPER, 1, 0, 0, 0)  # what we start stays findable below us
    if os.getppid() != parent:
        os._exit(1)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if is_closed:
        _write_nothing(libc)
    machine = platform.machine()
    if machine in _ARCHES:
        _filter_calls(libc, machine, is_closed)


def _write_nothing(libc: ctypes.CDLL) -> None:
    """Landlock: every right that changes a file is refused, but in /dev."""
    abi = libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)
    if abi < 1:
        return
    rights = 1 << 1 | sum(1 << bit for bit in range(4, 13))
    rights |= (1 << 13 if abi >= 2 else 0) | (1 << 14 if abi >= 3 else 0)
    handled = ctypes.create_string_buffer(struct.pack("=Q", rights), 8)
    rules = libc.syscall(_LANDLOCK_CREATE, handled, ctypes.c_size_t(8), 0)
    if rules < 0:
        return
    devices = os.open("/dev", os.O_RDONLY | os.O_DIRECTORY)
    beneath = ctypes.create_string_buffer(struct.pack("=Qi", 1 << 1, devices), 12)
    libc.syscall(_LANDLOCK_ADD, rules, 1, beneath, 0)
    libc.syscall(_LANDLOCK_RESTRICT, rules, 0)
    os.close(devices)
    os.close(rules)


def _filter_calls(libc: ctypes.CDLL, machine: str, is_closed: bool) -> None:
    """seccomp: the calls that reach the network or start a process fail with EPERM."""
    program = b"".join(struct.pack("=HBBI", *line) for line in _program(machine, is_closed))
    held = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_void_p))

    wanted = Program(len(program) // 8, ctypes.addressof(held))
    libc.prctl(_PR_SET_SECCOMP, 2, ctypes.byref(wanted), 0, 0)


def _program(machine: str, is_closed: bool) -> list[tuple[int, int, int, int]]:
    """Lines of BPF: (code, jump if true, jump if false, constant)."""
    refused = _ERRNO | errno.EPERM
    unknown = _ERRNO | errno.ENOSYS
    lines = [
        (_LD, 0, 0, _ARCH),
        (_JEQ, 1, 0, _ARCHES[machine]),
        (_RET, 0, 0, refused),
        (_LD, 0, 0, _NR),
    ]
    if machine == "x86_64":  # the x32 numbers of the same calls
        lines += [(_JGE, 0, 1, 0x40000000), (_RET, 0, 0, refused)]
    lines += [(_JEQ, 0, 1, _IO_URING_SETUP), (_RET, 0, 0, unknown)]
    if is_closed:
        for number in (*_STARTS[machine], _SOCKET[machine]):
            lines += [(_JEQ, 0, 1, number), (_RET, 0, 0, refused)]
        lines += [
            (_JEQ, 0, 1, _CLONE3),  # its flags lie in memory; libc falls back to clone
            (_RET, 0, 0, unknown),
            (_JEQ, 0, 4, _CLONE[machine]),
            (_LD, 0, 0, _ARG0),
            (_JSET, 1, 0, _CLONE_THREAD),
            (_RET, 0, 0, refused),
            (_RET, 0, 0, _ALLOW),
        ]
    else:
        lines += [
            (_JEQ, 0, 4, _SOCKET[machine]),
            (_LD, 0, 0, _ARG0),
            (_JEQ, 1, 0, _AF_UNIX),
            (_RET, 0, 0, refused),
            (_RET, 0, 0, _ALLOW),
        ]
    return [*lines, (_RET, 0, 0, _ALLOW)]
