@echo off
rem Run congkhai on Windows; the first run makes .venv and sees to all that is needed.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PYTHONPATH=%HERE%;%PYTHONPATH%"
set "PYTHONUTF8=1"
if exist "%VENV%\Scripts\python.exe" goto ready
echo congkhai: lan chay dau, dang chuan bi, mat vai phut ... 1>&2
set "PY="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PY=py -3"
if not defined PY python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PY=python"
if not defined PY (
  echo congkhai: can Python 3.11 tro len. Hay cai Python tu trang python.org roi chay lai. 1>&2
  exit /b 2
)
%PY% -m venv "%VENV%" || exit /b 2
:ready
fc /b "%HERE%requirements.lock" "%VENV%\.ready-requirements.lock" >nul 2>&1 && goto run
echo congkhai: dang cai cac thu vien Python ... 1>&2
"%VENV%\Scripts\python.exe" -m pip install --disable-pip-version-check --no-input --quiet --require-hashes --only-binary :all: -r "%HERE%requirements.lock" || (
  echo congkhai: chua cai duoc thu vien. Hay kiem tra mang roi chay lai. 1>&2
  exit /b 2
)
copy /y "%HERE%requirements.lock" "%VENV%\.ready-requirements.lock" >nul
:run
if /i "%~1"=="test" goto test
if /i "%~1"=="bench" goto test
if "%~1"=="" goto desk
"%VENV%\Scripts\python.exe" -m generator %*
exit /b %ERRORLEVEL%
:desk
rem A double click gives no word: the desk opens in the browser, and a fault stays to be read.
cd /d "%HERE%"
"%VENV%\Scripts\python.exe" -m generator desk || pause
exit /b %ERRORLEVEL%
:test
fc /b "%HERE%requirements-test.lock" "%VENV%\.ready-requirements-test.lock" >nul 2>&1 || (
  "%VENV%\Scripts\python.exe" -m pip install --disable-pip-version-check --no-input --quiet --require-hashes --only-binary :all: -r "%HERE%requirements-test.lock" || exit /b 2
  copy /y "%HERE%requirements-test.lock" "%VENV%\.ready-requirements-test.lock" >nul
)
cd /d "%HERE%"
if /i "%~1"=="bench" ("%VENV%\Scripts\python.exe" -m tests.benchmarks) else ("%VENV%\Scripts\python.exe" -m pytest)
exit /b %ERRORLEVEL%
